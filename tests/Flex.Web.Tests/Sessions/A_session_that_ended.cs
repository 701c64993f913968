using System.Net;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Sessions;

public sealed class A_session_that_ended(TestCluster cluster)
{
    [Fact]
    public async Task In_the_middle_of_a_form_loses_nothing_typed_but_the_BSN()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await SentTooLate(app);
        await Choose(visitor, "verloskundige");
        await visitor.Get("/inloggen/verder");
        Assert.Contains("Wat u invulde is er nog", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);

        var on = await visitor.Post("/inloggen/verder", A_database_that_goes_away.Typed(visitor));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/aanmelden"), (on.StatusCode, on.Headers.Location!.OriginalString));
        var shown = await visitor.Post("/aanmelden", A_database_that_goes_away.Typed(visitor));

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var typed = A_database_that_goes_away.Typed(visitor).ToList();
        Assert.All(new FormFields().All.Where(f => f.Value.Length > 0), f => Assert.Contains(f, typed));
        Assert.Contains(("bsn", ""), typed);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/aanmelden", typed)).StatusCode);
        Assert.Equal("1 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from draft where kind = 'verlopen' and sealed is not null))"));
    }

    [Fact]
    public async Task Gives_what_was_typed_to_nobody_else_at_the_same_computer()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await SentTooLate(app);
        await Choose(visitor, "jgz");

        var asked = await visitor.Get("/inloggen/verder");

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.DoesNotContain(FormFields.Mother, visitor.Page.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jgz", "/dossiers/{id}/pijler/2", "overbruggen_naar", "Welke hulp komt daarna")]
    [InlineData("coordinator", "/dossiers/{id}/geboorte", "kind2_ziekenhuisdagen", "Kind 2: dagen in het ziekenhuis")]
    [InlineData("verloskundige", "/dossiers/{id}/beoordeling", "rest_afwezig", "De rest besproken, niet aanwezig")]
    public async Task Shows_what_was_typed_under_Dutch_labels_and_never_under_the_name_of_a_field(string persona, string page, string field, string label)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var visitor = await app.Visit(persona);
        await Late(visitor, page.Replace("{id}", id.ToString(), StringComparison.Ordinal), ("act", Guid.NewGuid().ToString()), (field, "Getypt"), ("onbekend_veld", "Iets"));
        await Choose(visitor, persona);

        await visitor.Get("/inloggen/verder");

        Assert.Equal([label, "Een ander veld"], visitor.Page.QuerySelectorAll("main dt").Select(t => t.TextContent));
    }

    [Fact]
    public void Has_words_for_every_field_of_every_page()
    {
        var library = Flex.Web.Data.Programmes.ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), new(2023, 5, 15));
        var names = Directory.EnumerateFiles(Path.Combine(Root(), "src", "Flex.Web"), "*.razor", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), "<(?:Field|TextArea|ChoiceField|SelectField)[^>]*? Name=\"([a-z_]+)\"").Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.InRange(names.Count, 60, 200);
        Assert.All(names, n => Assert.True(Flex.Web.Ui.FieldWords.Of(n, library) is not null, n));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "GeboortezorgFlex.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [Fact]
    public async Task Keeps_nothing_of_a_form_that_no_page_of_ours_made()
    {
        await using var app = await App.Start(cluster);
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("naam_moeder", FormFields.Mother)]);

        var answer = await stranger.PostAsync("/aanmelden", body);

        Assert.Equal("/inloggen", answer.Headers.Location!.AbsolutePath);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from draft"));
    }

    [Fact]
    public async Task In_the_middle_of_a_decision_says_what_will_be_sent_and_sends_it_when_that_is_pressed()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Maastricht").Save();
        using var intaker = await app.Visit("intaker");
        await Late(intaker, $"/dossiers/{id}/besluit/1", ("act", Guid.NewGuid().ToString()), ("besluit", "afgewezen"), ("reden", "Haar BSN is 999911120, zij heeft al hulp."));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from decision"));
        await Choose(intaker, "intaker");

        await intaker.Get("/inloggen/verder");
        var shown = Looking_at_a_dossier.Text(intaker);
        Assert.All((string[])["Een besluit nemen", "Uw besluit", "afgewezen", "Haar BSN is (BSN weggelaten), zij heeft al hulp."], text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.Equal("Versturen zoals ik het invulde", intaker.Page.QuerySelector("main button")!.TextContent.Trim());
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from decision"));
        var typed = A_database_that_goes_away.Typed(intaker).ToList();
        Assert.DoesNotContain("doe", typed.Select(f => f.Name));
        var on = await intaker.Post("/inloggen/verder", typed);

        Assert.Equal((HttpStatusCode.TemporaryRedirect, $"/dossiers/{id}/besluit/1"), (on.StatusCode, on.Headers.Location!.OriginalString));
        Assert.Equal($"/dossiers/{id}", (await intaker.Post(on.Headers.Location.OriginalString, typed)).Headers.Location?.OriginalString);
        Assert.Equal("Haar BSN is (BSN weggelaten), zij heeft al hulp.", await app.Database.AsAdmin("select reason from decision"));
    }

    [Fact]
    public async Task In_the_middle_of_ending_a_dossier_leads_to_that_page_and_ends_nothing()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Heerlen").Save();
        using var intaker = await app.Visit("intaker");
        (string Name, string Value)[] ending = [("act", Guid.NewGuid().ToString()), ("hoe", "ingetrokken"), ("op", "15-05-2023"), ("doe", "verder")];
        await Late(intaker, $"/dossiers/{id}/einde", ending);
        await Choose(intaker, "intaker");

        await intaker.Get("/inloggen/verder");
        Assert.Contains("Een dossier sluiten we niet af zonder dat u het nog eens ziet.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.NotNull(intaker.Page.QuerySelector($"main a[href='/dossiers/{id}/einde']"));
        Assert.Null(intaker.Page.QuerySelector("main form"));
        var on = await intaker.Post("/inloggen/verder", ending);

        Assert.Equal((HttpStatusCode.Redirect, $"/dossiers/{id}/einde"), (on.StatusCode, on.Headers.Location!.OriginalString));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier_end"));
    }

    [Fact]
    public async Task Keeps_the_button_that_was_pressed_and_never_a_signing_out()
    {
        await using var app = await App.Start(cluster);
        using var nurse = await app.Visit("jgz");
        await Late(nurse, "/zoeken", ("naam", "Test"), ("doe", "bewaren"));
        await Choose(nurse, "jgz");
        await nurse.Get("/inloggen/verder");
        Assert.Contains(("doe", "bewaren"), A_database_that_goes_away.Typed(nurse));
        await nurse.Get("/werk");
        nurse.Forget("flex-sessie");

        var left = await nurse.Post("/uitloggen");

        Assert.DoesNotContain("verder", left.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from draft where kind = 'verlopen'"));
    }

    [Theory]
    [InlineData(1000, 10)] // as many as are kept at once, of everybody together
    [InlineData(0, 250_000)]
    public async Task With_a_form_that_cannot_be_kept_says_so_where_one_signs_in(int waiting, int length)
    {
        await using var app = await App.Start(cluster);
        await app.Database.AsAdmin($"insert into draft (id, owner, organisation, programme, kind, saved_at, sealed) select gen_random_uuid(), 'systeem:verlopen sessie', '', '', 'verlopen', now(), 'x' from generate_series(1, {waiting})");
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        visitor.Forget("flex-sessie");

        var lost = await visitor.Post("/aanmelden", new FormFields().With("opmerking", new string('a', length)).All);
        Assert.Contains("kwijt=ja", lost.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await visitor.Get(lost.Headers.Location.PathAndQuery);

        Assert.Contains("konden we niet bewaren", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
    }

    private static async Task Late(Visitor visitor, string path, params IEnumerable<(string, string)> fields)
    {
        await visitor.Get(path);
        visitor.Forget("flex-sessie");
        var answer = await visitor.Post(path, fields);
        Assert.Equal("/inloggen?terug=/inloggen/verder", answer.Headers.Location!.OriginalString);
    }

    private static async Task<Visitor> SentTooLate(App app)
    {
        var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        visitor.Forget("flex-sessie");

        var answer = await visitor.Post("/aanmelden", new FormFields().With("bsn", FormFields.Bsn).All);

        Assert.Equal("/inloggen?terug=/inloggen/verder", answer.Headers.Location!.OriginalString);
        Assert.Equal("1 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from draft where kind = 'verlopen'), (select count(*) from dossier))"));
        return visitor;
    }

    private static async Task Choose(Visitor visitor, string persona)
    {
        await visitor.Get("/inloggen?terug=/inloggen/verder");
        var answer = await visitor.Post("/inloggen", ("persona", persona), ("terug", visitor.Page.QuerySelector("input[name=terug]")!.GetAttribute("value")!));
        Assert.Equal("/inloggen/verder", answer.Headers.Location!.OriginalString);
    }
}
