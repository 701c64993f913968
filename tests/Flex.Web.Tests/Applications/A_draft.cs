using System.Net;
using Flex.Web.Data;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Applications;

public sealed class A_draft(TestCluster cluster)
{
    private const string Draft = "/aanmelden/concept/0190aaaa-0000-7000-8000-000000000001";

    [Fact]
    public async Task Keeps_what_was_typed_but_the_BSN_and_is_resumed_from_the_list()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields().With("bsn", FormFields.Bsn).With("geboortedatum_moeder", "nog vragen"));
        Assert.Equal("1 0 0", await Counts(app));

        foreach (var list in (string[])["/aanmelden", "/werk"])
        {
            await visitor.Get(list);
            Assert.Equal(FormFields.Mother, Assert.Single(visitor.Page.QuerySelectorAll($"main a[href='{Draft}']")).TextContent);
        }

        await visitor.Get(Draft);
        Assert.Contains("Een BSN bewaren we niet: typ het opnieuw", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(visitor).ToList();
        Assert.Contains(("geboortedatum_moeder", "nog vragen"), typed);
        Assert.Contains(("bsn", ""), typed);
        Assert.All(new FormFields().All.Where(f => f.Value.Length > 0 && f.Name != "geboortedatum_moeder"), f => Assert.Contains(f, typed));
        Assert.DoesNotContain(FormFields.Bsn, visitor.Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.Database.AsAdmin("select position('Kanarie'::bytea in sealed) from draft"));
    }

    [Fact]
    public async Task Is_emptied_by_sending_it_in_the_same_transaction()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields());
        await visitor.Get(Draft);

        var typed = A_database_that_goes_away.Typed(visitor).ToList();
        var both = await Task.WhenAll(visitor.Post("/aanmelden", typed), visitor.Post("/aanmelden", typed));

        var sent = both[0];
        Assert.Equal(sent.Headers.Location, both[1].Headers.Location);
        Assert.StartsWith("/dossiers/", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("0 1 1", await Counts(app));
        Assert.Equal(sent.Headers.Location, (await visitor.Get(Draft)).Headers.Location);
        using var other = await app.Visit("onderzoeker");
        Assert.StartsWith("/geen-toegang", (await other.Get(Draft)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_thrown_away_empty()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields());
        await visitor.Get(Draft);

        await visitor.Post("/aanmelden", [.. A_database_that_goes_away.Typed(visitor), ("doe", "weggooien")]);

        Assert.Equal("0 0 0", await Counts(app));
        await visitor.Get("/aanmelden");
        Assert.Empty(visitor.Page.QuerySelectorAll("a[href^='/aanmelden/concept']"));
    }

    [Fact]
    public async Task In_two_windows_is_not_overwritten_unseen_and_loses_nothing_typed()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields());
        await visitor.Get(Draft);
        var first = A_database_that_goes_away.Typed(visitor).ToList();
        await visitor.Post("/aanmelden", [.. With(first, "naam_moeder", "In het andere venster"), ("doe", "bewaren")]);

        foreach (var act in (string[])["bewaren", "aanmelden"])
        {
            var told = await visitor.Post("/aanmelden", [.. With(first, "opmerking", "Hier getypt"), ("doe", act)]);
            Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
            Assert.Contains("In een ander venster is zij bewaard op", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
            Assert.Contains(("opmerking", "Hier getypt"), A_database_that_goes_away.Typed(visitor));
            Assert.Equal("1 0 0", await Counts(app));
        }

        Assert.StartsWith("/dossiers/", (await visitor.Post("/aanmelden", A_database_that_goes_away.Typed(visitor))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Hier getypt", await app.Database.AsAdmin("select note from application"));

        await visitor.Post("/aanmelden", [.. With(first, "opmerking", "Te laat"), ("doe", "bewaren")]);
        Assert.Contains("al verstuurd of weggegooid", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.DoesNotContain(("act", "0190aaaa-0000-7000-8000-000000000001"), A_database_that_goes_away.Typed(visitor));
    }

    [Fact]
    public async Task Kept_twice_by_a_double_click_or_the_back_button_is_one()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields());

        var again = await visitor.Post("/aanmelden", [.. new FormFields().All, ("doe", "bewaren")]);
        Assert.Equal(Draft, again.Headers.Location!.OriginalString);

        // Back to the first page, and sent from there: once, and the draft is gone.
        var sent = await visitor.Post("/aanmelden", new FormFields().All);
        Assert.Equal(sent.Headers.Location, (await visitor.Post("/aanmelden", new FormFields().All)).Headers.Location);
        Assert.Equal("0 1 1", await Counts(app));
    }

    [Fact]
    public async Task Is_not_lost_by_the_back_button_to_the_page_before_it_was_kept()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields().With("opmerking", "In het concept"));

        foreach (var act in (string[])["bewaren", "aanmelden"])
        {
            var told = await visitor.Post("/aanmelden", [.. new FormFields().With("opmerking", "Van de eerste bladzijde").All, ("doe", act)]);
            Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
            Assert.Contains("In een ander venster is zij bewaard op", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
            Assert.Contains(("opmerking", "Van de eerste bladzijde"), A_database_that_goes_away.Typed(visitor));
            Assert.Equal("1 0 0", await Counts(app));
        }

        await visitor.Post("/aanmelden", A_database_that_goes_away.Typed(visitor));
        Assert.Equal("Van de eerste bladzijde", await app.Database.AsAdmin("select note from application"));
    }

    [Fact]
    public async Task Is_emptied_after_the_days_that_the_form_names()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields());
        await visitor.Get("/aanmelden");
        Assert.Contains("Wat u bewaart staat er 30 dagen.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);

        await app.Database.AsAdmin("update draft set saved_at = saved_at - interval '29 days'");
        await OldTexts.Empty(app.Db, TestContext.Current.CancellationToken);
        Assert.Equal("1 0 0", await Counts(app));
        await app.Database.AsAdmin("update draft set saved_at = saved_at - interval '1 day'");
        await OldTexts.Empty(app.Db, TestContext.Current.CancellationToken);

        Assert.Equal("0 0 0", await Counts(app));
    }

    [Fact]
    public async Task Is_nobody_elses()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await Kept(app, new FormFields());
        using var other = await app.Visit("intaker");

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Draft)).StatusCode);
        await other.Get("/aanmelden");
        await other.Post("/aanmelden", [.. new FormFields().All, ("version", "1"), ("doe", "weggooien")]);
        Assert.Equal("1 0 0", await Counts(app));
    }

    [Fact]
    public async Task With_a_BSN_in_the_wrong_place_is_not_kept()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answer = await visitor.Post("/aanmelden", [.. new FormFields().With("opmerking", "Nummer " + FormFields.Bsn).All, ("doe", "bewaren")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("lijkt een BSN", visitor.Page.QuerySelector("#opmerking-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0 0 0", await Counts(app));
    }

    private static async Task<Visitor> Kept(App app, FormFields form)
    {
        var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var kept = await visitor.Post("/aanmelden", [.. form.All, ("doe", "bewaren")]);
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Equal(Draft, kept.Headers.Location!.OriginalString);
        return visitor;
    }

    private static IEnumerable<(string, string)> With(IEnumerable<(string Name, string Value)> typed, string name, string value) => typed.Select(f => f.Name == name ? (name, value) : f);

    // drafts that hold something, dossiers, what is remembered
    private static async Task<object?> Counts(App app) => await app.Database.AsAdmin("""
        select concat_ws(' ', (select count(*) from draft where kind = 'aanmelding' and sealed is not null), (select count(*) from dossier), (select count(*) from draft where kind = 'onthouden'))
        """);
}
