using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class The_whole_form(TestCluster cluster)
{
    [Fact]
    public async Task Keeps_every_answer_and_shows_it_in_the_dossier()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answer = await visitor.Post("/aanmelden", new FormFields().With("huisnummer", "12A").With("telefoon", "045 123 45 67").With("taal", "ti").With("tolk", "ja")
            .With("contact", "telefoon", "sms").With("contact_leest_mee", "partner").With("contact_moment", "na 9 uur").With("eerste_zwangerschap", "nee").With("pariteit", "2")
            .With("hulpverleners").With("hulpverleners_wie", "ggz", "schuldhulp").With("gezamenlijk", "ja").With("aanmelder_mail", "v@praktijk.example").With("aanmelder_telefoon", "06 12 34 56 78")
            .With("akkoord", "moeder-en-partner").With("beschermende_factoren", "P1").All);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("12A|045 123 45 67|ti|t|{telefoon,sms}|na 9 uur|partner|2023-05-12|2|2|{ggz,schuldhulp}|t|aanmelder|Demo verloskundige|v@praktijk.example|06 12 34 56 78|moeder-en-partner|P1", await app.Database.AsAdmin("""
            select concat_ws('|', m.house_number, m.telephone, m.language, m.interpreter, c.means, c.at_moment, c.reads_along, c.from_day, a.parity, a.helpers, a.helpers_which, a.jointly, a.channel,
                a.applicant_name, a.applicant_mail, a.applicant_phone, a.authority, a.agreed_by, (select factor from assessment_factor where factor like 'P%'))
            from mother m join safe_contact c using (dossier_id) join application a using (dossier_id)
            """));
        Assert.Equal("besluiten 1 2023-05-19, besluiten 2 2023-05-14", await app.Database.AsAdmin("select string_agg(concat_ws(' ', kind, part, until), ', ' order by part) from work_item"));
        await visitor.Get(answer.Headers.Location!.OriginalString);
        var shown = Looking_at_a_dossier.Text(visitor);
        Assert.All((string[])["Bellen en sms (na 9 uur)", "Haar partner", "Tigrinya, met tolk", "Ggz, Schuldhulp", "De moeder en haar partner", "gezamenlijk besluit"], word => Assert.Contains(word, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_telephone_asks_who_called_and_keeps_the_channel()
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/aanmelden");
        Assert.Null(intaker.Page.QuerySelector("input[name=kanaal]:checked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await intaker.Post("/aanmelden", new FormFields().All)).StatusCode);
        Assert.Equal(["#kanaal"], intaker.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));

        var without = await intaker.Post("/aanmelden", new FormFields().With("kanaal", "telefoon").All);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal("Fout: Vul in wie er belt.", intaker.Page.QuerySelector("#aanmelder_naam-fout")!.TextContent);
        await intaker.Post("/aanmelden", new FormFields().With("kanaal", "telefoon").With("aanmelder_naam", "Els van de Lijn").All);

        Assert.Equal("telefoon|Els van de Lijn", await app.Database.AsAdmin("select channel || '|' || applicant_name from application"));
    }

    [Fact]
    public async Task Is_never_by_telephone_for_who_takes_no_calls()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        Assert.Null(midwife.Page.QuerySelector("input[name=kanaal]"));

        await midwife.Post("/aanmelden", new FormFields().With("kanaal", "telefoon").All);

        Assert.Equal("aanmelder|Demo verloskundige", await app.Database.AsAdmin("select channel || '|' || applicant_name from application"));
    }

    [Theory]
    [InlineData("15-05-2005", null, HttpStatusCode.SeeOther)] // eighteen on the day of application
    [InlineData("16-05-2005", null, HttpStatusCode.UnprocessableEntity)]
    [InlineData("01-01-1990", "ja", HttpStatusCode.UnprocessableEntity)]
    public async Task Asks_who_decides_only_of_a_mother_under_18_or_with_a_mentor_or_curator(string born, string? represented, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var form = new FormFields().With("ontvangen_op", "15-05-2023").With("geboortedatum_moeder", born).With("mentor_of_curator", represented is null ? [] : [represented]);

        Assert.Equal(expected, (await visitor.Post("/aanmelden", form.All)).StatusCode);
        if (expected == HttpStatusCode.UnprocessableEntity)
        {
            Assert.Equal(["#gezag", "#beslist_mee"], visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
            Assert.NotNull(visitor.Page.QuerySelector("details[open] #gezag"));
            await visitor.Post("/aanmelden", form.With("gezag", "ouders").With("beslist_mee", "niemand").With("beslist_mee_naam", "").All);
        }

        Assert.Equal(expected == HttpStatusCode.UnprocessableEntity ? "ouders niemand" : "", await app.Database.AsAdmin("select concat_ws(' ', authority, co_decides) from application"));
    }

    [Theory]
    [InlineData("Niet verzekerd", "niet-verzekerd")]
    [InlineData("Verzekerd in het buitenland", "buitenland")]
    [InlineData("Zorg via de asielopvang", "asielopvang")]
    public async Task Takes_a_mother_without_a_Dutch_insurer_for_not_met_and_not_for_unknown(string said, string concern)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        Assert.Contains(said, visitor.Page.QuerySelectorAll("#verzekeraar-lijst option").Select(o => o.GetAttribute("value")));

        var answer = await visitor.Post("/aanmelden", new FormFields().With("verzekeraar", said).All);

        Assert.Equal(concern, await app.Database.AsAdmin("select concern from insurance"));
        await visitor.Get(answer.Headers.Location!.OriginalString);
        var condition = Assert.Single(visitor.Page.QuerySelectorAll(".flex-facts__item"), f => f.QuerySelector("dt")!.TextContent == "Verzekeraar" && f.QuerySelector(".flex-status") is not null);
        Assert.Equal("voldoet niet", condition.QuerySelector(".flex-status")!.TextContent, ignoreCase: true);
    }

    [Fact]
    public async Task Finds_the_municipality_by_the_postcode_and_asks_it_only_of_another_postcode()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit("national/postcodes.json", "\"postcodes\": []", "\"postcodes\": [{ \"from\": 6400, \"until\": 6419, \"municipality\": \"GM0917\", \"source\": \"verzonnen voor een test\" }]");
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        Assert.Null(visitor.Page.QuerySelector("#gemeente"));

        await visitor.Post("/aanmelden", new FormFields().With("gemeente").All);
        Assert.Equal("GM0917", await app.Database.AsAdmin("select municipality from residence"));

        var second = new FormFields().With("gemeente").With("act", "0190aaaa-0000-7000-8000-000000000002").With("postcode", "9999 ZZ");
        await visitor.Post("/aanmelden", second.All);
        Assert.Equal(["#gemeente"], visitor.Page.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
        await visitor.Post("/aanmelden", second.With("gemeente", "onbekend").All);
        Assert.Equal("2 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from residence))"));
    }

    [Fact]
    public async Task Remembers_what_the_person_said_of_herself_and_nothing_of_a_family()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("jgz");
        await visitor.Get("/aanmelden");
        await visitor.Post("/aanmelden", new FormFields().With("aanmelder", "maatschappelijk-werk").With("aanmelder_mail", "j@jgz.example").With("telefoon", "045 123 45 67").All);

        await visitor.Get("/aanmelden");
        Assert.Equal("maatschappelijk-werk", visitor.Page.QuerySelector("#aanmelder option[selected]")!.GetAttribute("value"));
        Assert.Equal("geboortezorg-limburg", visitor.Page.QuerySelector("#aanbieder option[selected]")!.GetAttribute("value"));
        Assert.Equal("j@jgz.example", visitor.Page.QuerySelector("#aanmelder_mail")!.GetAttribute("value"));
        Assert.All((string[])["naam_moeder", "telefoon", "postcode", "verzekeraar"], name => Assert.Empty(visitor.Page.QuerySelector("#" + name)!.GetAttribute("value") ?? ""));

        using var other = await app.Visit("verloskundige");
        await other.Get("/aanmelden");
        Assert.Equal("verloskundige", other.Page.QuerySelector("#aanmelder option[selected]")!.GetAttribute("value"));
        Assert.Empty(other.Page.QuerySelector("#aanmelder_mail")!.GetAttribute("value") ?? "");
    }
}
