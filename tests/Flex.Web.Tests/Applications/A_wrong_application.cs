using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class A_wrong_application(TestCluster cluster)
{
    [Fact]
    public async Task Gets_all_messages_at_once_beside_their_fields_with_everything_typed_still_there_and_stores_nothing()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answer = await visitor.Post("/aanmelden", new FormFields().With("geboren_op", "01-01-2099").With("postcode", "ABC").With("pijlers", "2").With("geboortedatum_moeder", "gisteren")
            .With("R3", "niet-wegend").With("opmerking", "\nEerste regel leeg <b>").All);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Fout: ", visitor.Page.Title, StringComparison.Ordinal);
        Assert.Equal(["#geboortedatum_moeder", "#postcode", "#geboren_op"], visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
        Assert.All(visitor.Page.QuerySelectorAll("#fouten a"), a => Assert.NotNull(visitor.Page.QuerySelector(a.GetAttribute("href") + "[aria-invalid=true]")));
        Assert.Contains("toekomst", visitor.Page.QuerySelector("#geboren_op-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["01-01-2099", "ABC", "gisteren", FormFields.Mother, "CZ"],
            new[] { "geboren_op", "postcode", "geboortedatum_moeder", "naam_moeder", "verzekeraar" }.Select(n => visitor.Page.QuerySelector("#" + n)!.GetAttribute("value")));
        Assert.Equal(["2", "niet-wegend", "aanwezig", "R5.alleenstaand", "ja", "ontoereikend", "ja", "1"],
            new[] { "pijlers", "R3", "R1", "subfactoren", "rest_afwezig", "beschermend", "eerste_zwangerschap", "hulpverleners" }
                .Select(n => Assert.Single(visitor.Page.QuerySelectorAll($"input[name={n}]:checked")).GetAttribute("value")));
        Assert.Equal("GM0917", visitor.Page.QuerySelector("#gemeente option[selected]")!.GetAttribute("value"));
        Assert.Equal("\nEerste regel leeg <b>", ((IHtmlTextAreaElement)visitor.Page.QuerySelector("#opmerking")!).Value.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal("0190aaaa-0000-7000-8000-000000000001", visitor.Page.QuerySelector("input[name=act]")!.GetAttribute("value"));
        await NothingStored(app);
    }

    [Fact]
    public async Task With_a_wrong_BSN_does_not_repeat_the_number()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        await visitor.Post("/aanmelden", new FormFields().With("bsn", "123456789").All);

        Assert.Contains("geen geldig BSN", visitor.Page.QuerySelector("#bsn-fout")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789", visitor.Page.Source.Text, StringComparison.Ordinal);
        await NothingStored(app);
    }

    [Fact]
    public async Task With_the_BSN_in_the_remark_too_is_sent_back()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        await visitor.Post("/aanmelden", new FormFields().With("bsn", FormFields.Bsn).With("opmerking", "Haar nummer is " + FormFields.Bsn).All);

        Assert.Contains("lijkt een BSN in te staan", visitor.Page.QuerySelector("#opmerking-fout")!.TextContent, StringComparison.Ordinal);
        await NothingStored(app);
    }

    [Fact]
    public async Task With_a_remark_of_almost_a_megabyte_is_refused_beside_the_field_and_loses_nothing()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answer = await visitor.Post("/aanmelden", new FormFields().With("opmerking", new string('a', 900_000)).All);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("te lang", visitor.Page.QuerySelector("#opmerking-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(900_000, ((IHtmlTextAreaElement)visitor.Page.QuerySelector("#opmerking")!).Value.Length);
        Assert.Equal(FormFields.Mother, visitor.Page.QuerySelector("#naam_moeder")!.GetAttribute("value"));
        await NothingStored(app);
    }

    [Fact]
    public async Task With_an_unknown_answer_names_the_words_of_the_list_and_no_codes()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        await visitor.Post("/aanmelden", new FormFields().With("akkoord", "koning").All);

        Assert.Equal("Fout: Dit antwoord kennen we niet. Kies uit: De moeder, De moeder en haar partner, De moeder en wie meebeslist, Wie voor haar beslist.", visitor.Page.QuerySelector("#akkoord-fout")!.TextContent);
    }

    [Fact]
    public async Task Left_wholly_empty_asks_only_what_is_required()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("intaker");
        await visitor.Get("/aanmelden");

        await visitor.Post("/aanmelden", ("programma", "zuid-limburg-2021"));

        Assert.Equal(["#aanmelder", "#aanmelder_mail", "#akkoord", "#contact", "#geboortedatum_moeder", "#kanaal", "#naam_moeder", "#ontvangen_op", "#pijlers", "#uitgerekend"],
            visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        await NothingStored(app);
    }

    [Theory]
    [InlineData("programma", "bestaat-niet", HttpStatusCode.Conflict)]
    [InlineData("R1", "misschien", HttpStatusCode.UnprocessableEntity)]
    [InlineData("subfactoren", "R9.verzonnen", HttpStatusCode.UnprocessableEntity)]
    [InlineData("pijlers", "7", HttpStatusCode.UnprocessableEntity)]
    [InlineData("gemeente", "Atlantis", HttpStatusCode.UnprocessableEntity)]
    [InlineData("uitgerekend", "01-09-2025", HttpStatusCode.UnprocessableEntity)]
    public async Task With_an_answer_that_the_form_never_offers_stores_nothing(string field, string value, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answer = await visitor.Post("/aanmelden", new FormFields().With(field, value).All);

        Assert.Equal(expected, answer.StatusCode);
        await NothingStored(app);
    }

    private static async Task NothingStored(App app) => Assert.Equal("0|0|0|0", await app.Database.AsAdmin("""
        select concat_ws('|', (select count(*) from dossier), (select count(*) from mother), (select count(*) from vault.dossier_key), (select count(*) from journal.entry where act = 'ApplicationReceived'))
        """));
}
