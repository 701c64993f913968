using System.Net;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Accounts;

public sealed class Looking_after_accounts(TestCluster cluster)
{
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Invites_somebody_of_the_own_organisation_with_a_mail_that_tells_nothing()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var boss = await (await Person.Join(app, time, "baas@flex.example", "beheerder")).Visit(app);
        await boss.Get("/beheer/accounts");

        // The organisation is who asks, whatever is posted.
        var answer = await boss.Post("/beheer/accounts", ("naam_persoon", "Test-Intaker"), ("mail", "Nieuw@Flex.example"), ("rol", "intaker"), ("organisatie", "cz"), ("organisation", "cz"));

        Assert.Equal((HttpStatusCode.SeeOther, "/beheer/accounts"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        await boss.Get(answer.Headers.Location.OriginalString);
        Assert.Contains("Test-Intaker", Looking_at_a_dossier.Text(boss), StringComparison.Ordinal);
        Assert.Equal("nieuw@flex.example intaker geboortezorg-limburg", await app.Database.AsAdmin("select concat_ws(' ', mail, role, organisation) from account_invitation where used_at is null"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'AccountInvited' and role = 'beheerder'"));
        var (mails, _) = await QueuedMail.Page(app.Db, Data.Journal.Actor.System("proef"), null, texts: true, TestContext.Current.CancellationToken);
        Assert.Equal("nieuw@flex.example", mails[0].Text!.To);
        Assert.All((string[])["Test-Intaker", "Geboortezorg Limburg", "intaker"], word => Assert.DoesNotContain(word, mails[0].Text!.Body(null), StringComparison.OrdinalIgnoreCase));
        using var visitor = await app.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(mails[0].Text!.Path!)).StatusCode);
    }

    [Theory]
    [InlineData("gemeente", "rol")]
    [InlineData("gezin", "rol")]
    [InlineData("systeem", "rol")]
    [InlineData("", "rol")]
    public async Task Gives_no_role_that_is_not_of_that_organisation(string role, string field)
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var boss = await (await Person.Join(app, time, "baas@flex.example", "beheerder")).Visit(app);
        await boss.Get("/beheer/accounts");

        var answer = await boss.Post("/beheer/accounts", ("naam_persoon", "Test-Intaker"), ("mail", "nieuw@flex.example"), ("rol", role));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(boss.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal("nieuw@flex.example", boss.Page.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from account_invitation where used_at is null"));
    }

    [Fact]
    public async Task Invites_nobody_who_has_an_account_elsewhere()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        await Person.Join(app, time, "ambtenaar@flex.example", "gemeente", "gemeente-heerlen");
        using var boss = await (await Person.Join(app, time, "baas@flex.example", "beheerder")).Visit(app);
        await boss.Get("/beheer/accounts");

        var answer = await boss.Post("/beheer/accounts", ("naam_persoon", "Test-Ambtenaar"), ("mail", "ambtenaar@flex.example"), ("rol", "intaker"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("gemeente-heerlen", await app.Database.AsAdmin("select organisation from account where mail = 'ambtenaar@flex.example'"));
    }

    [Fact]
    public async Task Closes_an_account_and_with_it_every_session_at_once()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var leaver = await Person.Join(app, time, "weg@flex.example");
        using var visitor = await leaver.Visit(app);
        using var boss = await (await Person.Join(app, time, "baas@flex.example", "beheerder")).Visit(app);
        await boss.Get("/beheer/accounts");
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);

        var closed = await boss.Post(boss.Page.QuerySelector("main form[action$='/afsluiten']")!.GetAttribute("action")!);

        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
        using var again = await app.Visit();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leaver.TypePassword(again)).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'AccountClosed' and objects[1] = (select id from account where not active)"));
    }

    [Fact]
    public async Task Shows_and_closes_nothing_of_another_organisation_and_not_the_own()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        await Person.Join(app, time, "ambtenaar@flex.example", "gemeente", "gemeente-heerlen");
        using var boss = await (await Person.Join(app, time, "baas@flex.example", "beheerder")).Visit(app);
        await boss.Get("/beheer/accounts");
        Assert.DoesNotContain("ambtenaar@flex.example", boss.Page.Source.Text, StringComparison.Ordinal);
        Assert.Null(boss.Page.QuerySelector("main form[action$='/afsluiten']"));

        foreach (var mail in (string[])["ambtenaar@flex.example", "baas@flex.example"])
        {
            var id = await app.Database.AsAdmin("select id from account where mail = $1", mail);
            Assert.Equal(HttpStatusCode.NotFound, (await boss.Post($"/beheer/accounts/{id}/afsluiten")).StatusCode);
            await boss.Get("/beheer/accounts");
        }

        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from account where active"));
    }
}
