using Flex.Domain.Trust;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Tables;

namespace Flex.Web.Data;

/// <summary>
/// Opens the dossier of a family to somebody without a relation: this person, at most an hour, with a reason. The family is found by her whole name
/// and day of birth, so that nobody looks around; who watches over privacy is told in the same transaction.
/// </summary>
internal sealed record BrokenGlass(Guid Act, string Name, DateOnly Born, EmergencyReason Reason, string Because)
{
    private const string Purpose = "noodknop";
    private const string Find = "select m.dossier_id, k.wrapped from mother m join vault.dossier_key k using (dossier_id) where m.birth_date = $1 and m.name_key = $2 limit 2";
    private const string Officers = "select mail from account where role = 'privacy' and active order by mail";

    private static readonly Actor Finder = Actor.System("noodknop");

    /// <summary>The dossier that this very act opened before; null when it did not.</summary>
    public static async Task<Guid?> Done(FlexDb db, Actor actor, Guid act, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        work.Add("select dossier_id from relation where id = $1 and actor = $2", act, actor.Id);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? row.GetGuid(0) : null;
    }

    /// <summary>Breaks it; answers the dossier, or null when there is not exactly one such family or the code was used in the meantime. Each try is in the journal.</summary>
    /// <param name="useUp">Uses up the proof that was asked, a code or a new sign-in; null for a persona of a demonstration, who has none.</param>
    public async Task<Guid?> Break(FlexDb db, Actor actor, Action<Work>? useUp, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        work.As(Finder).Add(Find, Born, NameKey.Of(Name)).Add(Officers).As(actor);
        if (await Found(work, stop) is not var (key, officers))
        {
            work.Journal(Journal.Act.Refused);
            await work.Save();
            return null;
        }

        work.Journal(Journal.Act.GlassBroken, key, new RelationBody(Act, RelationCodes.CodeOf(RelationKind.Emergency), actor.Organisation, actor.Name, $"{Reason.Words}. {Because}"));
        useUp?.Invoke(work);
        if (useUp is not null && !await Invitation.Is(work, stop))
        {
            return null;
        }

        work.Add("select break_glass($1, $2, $3, $4, $5)", Act, key.Dossier, actor.Name, $"{Reason.Words}. {Because}", work.EntryId);
        foreach (var officer in officers)
        {
            Outbox.Queue(work, Audience.Privacy, MailOf(officer, actor, work.Clock), key);
        }

        await work.Save();
        return key.Dossier;
    }

    // Exactly one, or nobody: two families with one name and day of birth are for who can tell them apart.
    private static async Task<(DossierKey Key, IReadOnlyList<string> Officers)?> Found(Work work, CancellationToken stop)
    {
        var keys = new List<DossierKey>();
        var officers = new List<string>();
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        await row.NextResultAsync(stop);
        while (await row.ReadAsync(stop))
        {
            keys.Add(DossierKey.Unwrap(work.Keys, row.GetGuid(0), row.GetFieldValue<byte[]>(1)));
        }

        await row.NextResultAsync(stop);
        while (await row.ReadAsync(stop))
        {
            officers.Add(row.GetString(0));
        }

        return keys is [var one] ? (one, officers) : null;
    }

    // No family and no reason: a mail is read by whoever reads the mailbox.
    private static Message MailOf(string to, Actor actor, ProgrammeClock clock) => new(to, "De noodknop is gebruikt",
        $"{actor.Name} heeft op {Ui.Dutch.Moment(ProgrammeClock.InAmsterdam(clock.Now))} een dossier met de noodknop geopend. Wat de reden was staat in het journaal.");
}
