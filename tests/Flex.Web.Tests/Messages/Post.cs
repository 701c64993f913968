using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Messages;

/// <summary>What a test of messages needs: a family whose applicant gave an address, and rounds of the post at a moment of its choice.</summary>
internal static class Post
{
    public const string Address = "vroedvrouw@praktijk.example";

    /// <summary>A dossier whose applicant is told by mail.</summary>
    public static async Task<Guid> Dossier(App app, string mother = "Anna de Proef")
    {
        var id = await new Builder(app).Dossier().Of(mother).Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set applicant_mail = '{Address}' where dossier_id = '{id}'");
        return id;
    }

    /// <summary>A dossier about which somebody just decided, so that one notice waits.</summary>
    public static async Task<Guid> Decided(App app)
    {
        var id = await Dossier(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        return id;
    }

    /// <summary>Lets a message wait that no act brought about.</summary>
    public static async Task Queue(App app, string audience, Guid? dossier, string text = "Een bericht.")
    {
        await using var work = await app.Db.Begin(Actor.System("proef"), "proef");
        DossierKey? key = null;
        if (dossier is { } id)
        {
            var wrapped = (byte[])(await app.Database.AsAdmin("select wrapped from vault.dossier_key where dossier_id = $1", id))!;
            key = DossierKey.Unwrap(app.Database.Installation.Keys, id, wrapped);
        }

        Outbox.Queue(work, audience, new("iemand@gezin.example", "Onderwerp", text), key);
        await work.Save();
    }

    /// <summary>One round of the post; <paramref name="clock"/> is the real clock that decides what may be tried again.</summary>
    public static Task<int> Round(App app, MailSettings settings, TimeProvider? clock = null)
    {
        var db = clock is null ? app.Db : new FlexDb(app.Database.Installation.App, app.Database.Installation.Keys, new ProgrammeClock(clock, app.Clock.Today));
        return new MailRound(db, app.Library, settings).Run(TestContext.Current.CancellationToken);
    }

    /// <summary>State, tries and problem of the message about a dossier.</summary>
    public static Task<object?> State(App app) => app.Database.AsAdmin("select concat_ws('|', state, tries, problem) from outgoing_mail order by id desc limit 1");
}
