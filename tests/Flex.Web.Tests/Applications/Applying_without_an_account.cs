using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Data.Addresses;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed partial class Applying_without_an_account(TestCluster cluster)
{
    private const string Door = "/aanmelden/zonder-account";
    private const string Mail = "huisarts@praktijk.example";
    private const string Stored = "select concat_ws(' ', (select count(*) from dossier), (select count(*) from address_check where used_at is not null))";

    [Fact]
    public async Task Goes_from_an_address_over_a_mail_to_a_dossier_and_shows_nothing_back()
    {
        await using var server = new MailServer();
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await visitor.Get("/inloggen");
        Assert.Contains(Door, visitor.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        await Ask(visitor);

        await new MailRound(app.Db, app.Library, server.Settings).Run(TestContext.Current.CancellationToken);
        var mail = MailServer.BodyOf(Assert.Single(server.Taken));
        Assert.DoesNotContain("gezin", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("https://flex.example/aanmelden/zonder-account/code", mail, StringComparison.Ordinal);
        var proved = await visitor.Post(Door + "/code", ("code", Digits().Match(mail).Value));
        Assert.Equal((HttpStatusCode.SeeOther, Door + "/formulier"), (proved.StatusCode, proved.Headers.Location!.OriginalString));
        await visitor.Get(Door + "/formulier");
        Assert.Null(visitor.Page.QuerySelector("#bsn, #aanmelder_mail, button[name=doe]"));
        var answer = await visitor.Post(Door + "/formulier", Form().With("bsn", FormFields.Bsn).With("aanmelder_mail", "een@ander.example").With("kanaal", "aanmelder").All);

        Assert.Equal((HttpStatusCode.SeeOther, Door + "/ontvangen"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal($"zonder-account|zonder-account|Dokter Proef|{Mail}|0|Dokter Proef", await app.Database.AsAdmin("""
            select concat_ws('|', d.organisation, a.channel, a.applicant_name, a.applicant_mail, (select count(*) from vault.bsn), (select assessed_by from assessment))
            from dossier d join application a on a.dossier_id = d.id
            """));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ApplicationReceived' and role = 'zonder-account' and actor like 'zonder-account:%' and dossier_id is not null"));
        await visitor.Get(Door + "/ontvangen");
        Assert.DoesNotContain(FormFields.Mother, visitor.Page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mail, visitor.Page.Source.Text, StringComparison.Ordinal);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{await app.Database.AsAdmin("select id from dossier")}/historie");
        Assert.Contains("Aanmelder zonder account heeft het gezin aangemeld", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_nothing_be_read_with_what_the_browser_holds_then()
    {
        await using var app = await App.Start(cluster, demo: false);
        using var visitor = await app.Visit();
        await Prove(app, visitor);
        await visitor.Post(Door + "/formulier", Form().All);
        var dossier = await app.Database.AsAdmin("select id from dossier");
        var check = await app.Database.AsAdmin("select id from address_check");

        foreach (var path in (string[])["/dossiers", $"/dossiers/{dossier}", $"/dossiers/{dossier}/historie", "/werk", "/aanmelden", "/cijfers", "/beheer/post", $"/aanmelden/concept/{dossier}"])
        {
            var answer = await visitor.Get(path);
            Assert.StartsWith("/inloggen", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Get(Door + "/formulier")).StatusCode);
        await using var work = await app.Db.Begin(new Actor($"zonder-account:{check}", "", "zonder-account", "zonder-account"), "test");
        work.Add("select (select count(*) from dossier) + (select count(*) from mother) + (select count(*) from application) + (select count(*) from work_item) + (select count(*) from outgoing_mail), (select count(*) from address_check)");
        await using var reader = await work.Read();
        await reader.NextResultAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Equal((0L, 1L), (reader.GetInt64(0), reader.GetInt64(1)));
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_counts_once_and_for_another_family_needs_another_code()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await Prove(app, visitor);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.Post(Door + "/formulier", Form().All)));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.SeeOther, Door + "/ontvangen"), (a.StatusCode, a.Headers.Location!.OriginalString)));
        foreach (var act in (string[])["0190aaaa-0000-7000-8000-000000000001", "0190aaaa-0000-7000-8000-000000000009"])
        {
            var other = await visitor.Post(Door + "/formulier", Form().With("act", act).With("naam_moeder", "Een Ander Gezin").All);
            Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
            Assert.Contains("Met deze code is al een gezin aangemeld.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
            Assert.Equal("Een Ander Gezin", visitor.Page.QuerySelector("#naam_moeder")!.GetAttribute("value"));
        }

        Assert.Equal("1 1", await app.Database.AsAdmin(Stored));
        var typed = Trust.A_database_that_goes_away.Typed(visitor).ToList();
        await Prove(app, visitor);
        Assert.Equal(Door + "/ontvangen", (await visitor.Post(Door + "/formulier", typed)).Headers.Location?.OriginalString);
        Assert.Equal("2 2", await app.Database.AsAdmin(Stored));
    }

    [Fact]
    public async Task Skipping_the_check_stores_nothing_and_keeps_what_was_typed()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        Assert.Equal(Door, (await visitor.Get(Door + "/formulier")).Headers.Location!.OriginalString);
        Assert.Equal(Door, (await visitor.Get(Door + "/code")).Headers.Location!.OriginalString);
        await Ask(visitor);

        var asked = await visitor.Post(Door + "/formulier", Form().All);

        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        Assert.Contains("Uw e-mailadres is niet gecontroleerd", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Equal(FormFields.Mother, visitor.Page.QuerySelector("#naam_moeder")!.GetAttribute("value"));
        Assert.Equal("0 0", await app.Database.AsAdmin(Stored));
    }

    [Fact]
    public async Task Asks_who_applies_beside_the_field()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await Prove(app, visitor);

        var answer = await visitor.Post(Door + "/formulier", Form().With("aanmelder_naam", " ").All);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Vul uw naam in.", visitor.Page.QuerySelector("#aanmelder_naam-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0 0", await app.Database.AsAdmin(Stored));
    }

    private static FormFields Form() => new FormFields().With("aanmelder_naam", "Dokter Proef");

    private static Task Ask(Visitor visitor) => Proving_an_address.Ask(visitor, Mail);

    private static async Task Prove(App app, Visitor visitor)
    {
        await Ask(visitor);
        await visitor.Post(Door + "/code", ("code", await Proving_an_address.Code(app)));
        await visitor.Get(Door + "/formulier");
    }

    [GeneratedRegex("\\d{4} \\d{4}")]
    internal static partial Regex Digits();
}
