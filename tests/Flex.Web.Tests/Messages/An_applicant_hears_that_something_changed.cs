using Flex.Web.Data;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Messages;

public sealed class An_applicant_hears_that_something_changed(TestCluster cluster)
{
    [Fact]
    public async Task By_a_mail_that_says_nothing_of_the_family()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Post.Decided(app);
        Assert.Equal("aanmelder|wacht|0", await app.Database.AsAdmin("select concat_ws('|', audience, state, tries) from outgoing_mail where dossier_id = $1", id));

        Assert.Equal(1, await Post.Round(app, server.Settings));

        var mail = Assert.Single(server.Taken);
        Assert.Equal("Er is iets veranderd in een aanvraag die u deed. Log in om het te zien.\n\nhttps://flex.example/dossiers", MailServer.BodyOf(mail));
        Assert.Contains("Subject: Er is iets veranderd\n", mail, StringComparison.Ordinal);
        Assert.Contains("From: flex@flex.example\nTo: vroedvrouw@praktijk.example\n", mail, StringComparison.Ordinal);
        Assert.Contains("Content-Transfer-Encoding: base64\n", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Proef", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Limburg", mail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(id.ToString("N"), mail.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("verstuurd|1", await Post.State(app));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from outgoing_mail where sent_at is not null"));
        Assert.Equal(0, await Post.Round(app, server.Settings));
    }

    [Fact]
    public async Task Without_an_account_is_never_told_to_log_in_when_a_place_lapses()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        await Post.Decided(app);
        await app.Database.AsAdmin("set session_replication_role = replica; delete from outgoing_mail; update application set channel = 'zonder-account'; update held_place set until = '2023-05-14'");

        Assert.Equal(1, await LapsedPlaces.Lapse(app.Db, app.Library));
        await Post.Round(app, server.Settings);

        Assert.Equal("Er is iets veranderd in een aanvraag die u deed. De intaker kan u zeggen wat.", MailServer.BodyOf(Assert.Single(server.Taken)).Trim());
    }

    [Fact]
    public async Task Without_an_account_is_never_told_to_log_in_when_an_override_is_approved()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await new Builder(app).Dossier().In("Maastricht").Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update application set channel = 'telefoon', applicant_mail = 'vroedvrouw@praktijk.example'");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Decisions.Taking_a_decision.Deviate(intaker, id, 1, "toegelaten", "Een goede reden");
        await app.Database.AsAdmin("set session_replication_role = replica; delete from outgoing_mail");
        var request = await app.Database.AsAdmin("select id from override_request");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");

        await judge.Post($"/werk/afwijking/{request}", ("oordeel", "goedkeuren"), ("reden", ""), ("act", Guid.NewGuid().ToString()));
        await Post.Round(app, server.Settings);

        Assert.Equal("Er is iets veranderd in een aanvraag die u deed. De intaker kan u zeggen wat.", MailServer.BodyOf(Assert.Single(server.Taken)).Trim());
    }

    [Fact]
    public async Task Not_by_mail_when_no_address_was_given()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");

        await Decisions.Taking_a_decision.Decide(intaker, id, 1, "toegelaten");

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from outgoing_mail"));
    }

    [Fact]
    public async Task While_the_site_serves_without_anybody_asking_for_it()
    {
        await using var server = new MailServer();
        await using var app = await App.Start(cluster, mail: server.Settings);
        var taken = new TaskCompletionSource();
        server.BeforeTaking = () =>
        {
            taken.SetResult();
            return Task.CompletedTask;
        };

        await Post.Decided(app);

        await taken.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Is_sealed_while_it_waits()
    {
        await using var app = await App.Start(cluster);
        await Post.Decided(app);
        await Post.Queue(app, Audience.Proof, null, "Uw code is 123456");

        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from outgoing_mail where length(sealed) > 60"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from outgoing_mail where position('praktijk' in encode(sealed, 'escape')) > 0 or position('123456' in encode(sealed, 'escape')) > 0"));
    }

    [Fact]
    public async Task Can_be_read_on_a_page_in_a_demonstration_that_has_no_mail_server()
    {
        await using var app = await App.Start(cluster);
        await Post.Decided(app);
        await Post.Queue(app, Audience.Proof, null, "Uw code is 123456");
        Assert.Equal(0, await Post.Round(app, MailSettings.None));
        using var anybody = await app.Visit();

        await anybody.Get("/beheer/post");

        var text = Looking_at_a_dossier.Text(anybody);
        Assert.Contains("Er is geen mailserver ingesteld", text, StringComparison.Ordinal);
        Assert.Contains(Post.Address, text, StringComparison.Ordinal);
        Assert.Contains("Er is iets veranderd in een aanvraag die u deed.", text, StringComparison.Ordinal);
        Assert.Contains("Uw code is 123456", text, StringComparison.Ordinal);
        Assert.Equal("wacht|0", await Post.State(app));
    }

    [Fact]
    public async Task Is_not_shown_with_its_text_outside_a_demonstration()
    {
        await using var app = await App.Start(cluster, demo: false);
        await Post.Queue(app, Audience.Proof, null, "Uw code is 123456");
        using var anybody = await app.Visit();

        var answer = await anybody.Get("/beheer/post");

        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/inloggen", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        var (lines, _) = await QueuedMail.Page(app.Db, new("x", "X", "intaker", "geboortezorg-limburg"), null, texts: false, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(lines).Text);
    }
}
