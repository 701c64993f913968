using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Flex.Web.Features.Decisions;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Programmes;

/// <summary>A programme that nobody wrote code for does the whole job, beside the pilot.</summary>
public sealed class A_third_programme_from_application_to_factsheet(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Family[] Families =
    [
        new("Aafke Eerst", "1990-01-02", "verloskundige", "zelfredzaam", "Univé", "28500"),
        new("Bregje Tweede", "1991-03-04", "verloskundige", "zelfredzaam", "Zilveren Kruis", "0"),
        new("Coba Derdeling", "1992-05-06", "verloskundige", "potentieel", "VGZ", "31250"),
        new("Dieuwke Vierhuis", "1993-07-08", "verloskundige", "zelfredzaam", "Interpolis", "12000"),
        new("Eefje Rijk", "1994-09-10", "jgz", "zelfredzaam", "VGZ", "40000"),
        new("Femke Stil", "1995-11-12", "jgz", "potentieel", "VGZ", ""),
        new("Geeske Elders", "1996-02-13", "jgz", "potentieel", "CZ", "9000"),
        new("Hilde Zwaar", "1997-04-14", "overig", "kwetsbaar", "VGZ", "9000"),
    ];

    private readonly ProgrammeCopy programmes = MadeUpProgramme.Beside();
    private App app = null!;
    private Visitor intaker = null!;

    public async ValueTask InitializeAsync()
    {
        app = await App.Start(cluster, new DateOnly(2026, 3, 16), programmes.Folder);
        intaker = await app.Visit("intaker");
    }

    public async ValueTask DisposeAsync()
    {
        intaker.Dispose();
        await app.DisposeAsync();
        programmes.Dispose();
    }

    [Fact]
    public async Task Runs_by_data_alone()
    {
        var ids = await ApplyForAll();
        await SeeTheConditions(ids);
        await DecideUntilFull(ids);
        await RegisterCare(ids);
        await SeeThePage();
        await SeeTheJson();
        await Replayed();

        Assert.Equal("ApplicationReceived=8 CareRegistered=3 Decided=5 DecisionsReplayed=2 FiguresRead=2", await app.Database.AsAdmin("""
            select string_agg(act || '=' || n, ' ' order by act) from (
                select act, count(*) as n from journal.entry where act in ('ApplicationReceived', 'Decided', 'CareRegistered', 'DecisionsReplayed', 'FiguresRead') group by act) acts
            """));
        Assert.Equal("derde", await app.Database.AsAdmin("select string_agg(distinct programme, ' ') from dossier"));
    }

    [Fact]
    public async Task Is_asked_for_when_more_than_one_is_open()
    {
        await intaker.Get("/aanmelden");
        Assert.Equal(["/aanmelden?programma=derde", "/aanmelden?programma=zuid-limburg-2021"], intaker.Page.QuerySelectorAll("main .flex-card a").Select(a => a.GetAttribute("href")));

        await intaker.Get("/aanmelden?programma=zuid-limburg-2021");
        Assert.Null(intaker.Page.QuerySelector("#inkomen"));
        Assert.Equal(2, intaker.Page.QuerySelectorAll("input[type=checkbox][name=pijlers]").Length);

        await intaker.Get("/aanmelden?programma=derde");
        Assert.NotNull(intaker.Page.QuerySelector("#inkomen"));
        Assert.Equal("hidden 1", Assert.Single(intaker.Page.QuerySelectorAll("input[name=pijlers]")) is var only ? $"{only.GetAttribute("type")} {only.GetAttribute("value")}" : "");
        Assert.Contains("Moederhuis", intaker.Page.QuerySelector("#aanbieder")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maastricht-concept")]
    [InlineData("bestaat-niet")]
    public async Task Leaves_what_is_closed_closed(string code)
    {
        await intaker.Get("/aanmelden?programma=" + code);
        Assert.Null(intaker.Page.QuerySelector("form.flex-form input[name=naam_moeder]"));

        await intaker.Get("/aanmelden?programma=derde");
        var answer = await intaker.Post("/aanmelden", Form(Families[0]).With("programma", code).All);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("De aanmelding is niet opgeslagen", Text, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    private string Text => Looking_at_a_dossier.Text(intaker);

    private async Task<Guid[]> ApplyForAll()
    {
        await intaker.Get("/aanmelden?programma=derde");
        var wrong = await intaker.Post("/aanmelden", Form(Families[0]).With("inkomen", "veel").All);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("hele euro's", intaker.Page.QuerySelector("#inkomen-fout")!.TextContent, StringComparison.Ordinal);

        var ids = new List<Guid>();
        foreach (var family in Families)
        {
            var answer = await intaker.Post("/aanmelden", Form(family).All);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            ids.Add(Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]));
        }

        return [.. ids];
    }

    private async Task SeeTheConditions(Guid[] ids)
    {
        await Sees(ids[0], "Voorstel: toelaten", "Woonplaats voldoet Woont in Utrecht", "Verzekeraar voldoet Verzekeraar hoort bij Coöperatie VGZ",
            "Jaarinkomen voldoet Jaarinkomen € 28.500,00 (ten hoogste € 31.250,50)", "0 van 3 plaatsen bezet");
        await Sees(ids[2], "Voorstel: toelaten", "Mate van kwetsbaarheid voldoet Gewogen als potentieel kwetsbaar");
        await Sees(ids[4], "Voorstel: afwijzen", "Jaarinkomen voldoet niet Jaarinkomen € 40.000,00");
        await Sees(ids[5], "Voorstel: eerst navragen wat ontbreekt", "Jaarinkomen onbekend, vraag na Jaarinkomen niet ingevuld");
        await Sees(ids[6], "Voorstel: afwijzen", "Verzekeraar voldoet niet Verzekeraar hoort bij CZ groep");
        await Sees(ids[7], "Voorstel: afwijzen", "Mate van kwetsbaarheid voldoet niet Gewogen als kwetsbaar");
    }

    private async Task Sees(Guid dossier, params string[] texts)
    {
        await intaker.Get($"/dossiers/{dossier}/besluit/1");
        Assert.All(texts, t => Assert.Contains(t, Text, StringComparison.Ordinal));
    }

    private async Task DecideUntilFull(Guid[] ids)
    {
        foreach (var id in ids[..3])
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Decide(id, "toegelaten")).StatusCode);
        }

        await Sees(ids[3], "Voorstel: op de wachtlijst, er is geen plaats vrij", "3 van 3 plaatsen bezet");
        var refused = await Decide(ids[3], "toegelaten", "Er stopt deze week een gezin");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Er is geen plaats meer in pijler 1: 3 van 3 bezet.", Text, StringComparison.Ordinal);
        Assert.Equal("Er stopt deze week een gezin", ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("toegelaten", intaker.Page.QuerySelector("input[name=besluit][checked]")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.SeeOther, (await Decide(ids[3], "wachtlijst")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Decide(ids[4], "afgewezen")).StatusCode);
        await intaker.Get($"/dossiers/{ids[3]}");
        Assert.Contains("wachtlijst Besloten op 16-03-2026 door Demo intaker.", Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("3/3", await app.Database.AsAdmin("select taken || '/' || capacity from place where programme = 'derde'"));
        Assert.Equal("afgewezen 1, toegelaten 3, wachtlijst 1", await app.Database.AsAdmin("select string_agg(outcome || ' ' || n, ', ' order by outcome) from (select outcome, count(*) as n from decision where criteria_version = 'v1' group by outcome) o"));
    }

    private Task<HttpResponseMessage> Decide(Guid dossier, string outcome, string reason = "") => Decisions.Taking_a_decision.Decide(intaker, dossier, 1, outcome, reason);

    private async Task RegisterCare(Guid[] ids)
    {
        // Who gives the care does not reach a family without a place; who keeps the record does.
        using var carer = await app.Visit("kraamverzorgende");
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{ids[3]}/uren")).StatusCode);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{ids[3]}/uren");
        Assert.Contains("Dit gezin is nog niet toegelaten", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);

        await carer.Get($"/dossiers/{ids[0]}/uren");
        foreach (var (id, hours) in new[] { (ids[0], "7,5"), (ids[1], "5"), (ids[1], "4") })
        {
            var answer = await carer.Post($"/dossiers/{id}/uren", ("act", Guid.NewGuid().ToString()), ("pijler", "1"), ("dag", "12-03-2026"), ("uren", hours), ("opmerking", ""));
            Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        }
    }

    private async Task SeeThePage()
    {
        using var researcher = await app.Visit("onderzoeker");
        Assert.Equal(HttpStatusCode.OK, (await researcher.Get("/factsheet/derde")).StatusCode);

        Assert.Null(researcher.Page.QuerySelector(".flex-mark"));
        Assert.Equal(["Verloskundige|4|50 %", "JGZ|niet getoond|–", "Samen|0|0 %", "Maatschappelijk werk|0|0 %", "Overig|niet getoond|–"], Rows("wie"));
        Assert.Equal(["Zelfredzaam|4|50 %", "Potentieel kwetsbaar|niet getoond|–", "Kwetsbaar|niet getoond|–", "Zeer kwetsbaar|0|0 %", "Onbekend|0|0 %"], Rows("klasse"));
        Assert.Equal(["Hulp aan huis|3|100 %"], Rows("deelnemers"));
        Assert.Equal(["1-8 uur|niet getoond|–", "9+ uur|niet getoond|–"], Rows("uren"));
        Assert.Equal("n = 8", researcher.Page.QuerySelector("#wie .flex-chart__basis")!.TextContent);
        Assert.Equal("n = 3 · 3 ontbreken", researcher.Page.QuerySelector("#deelnemers .flex-chart__basis")!.TextContent);
        Assert.Equal("n niet getoond", researcher.Page.QuerySelector("#uren .flex-chart__basis")!.TextContent);
        Assert.Contains("Aantallen onder 3 zijn niet getoond", Looking_at_a_dossier.Text(researcher), StringComparison.Ordinal);

        IEnumerable<string> Rows(string figure) =>
            researcher.Page.QuerySelectorAll($"#{figure} tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim().Replace('\u00a0', ' '))));
    }

    private async Task SeeTheJson()
    {
        using var researcher = await app.Visit("onderzoeker");
        var answer = await researcher.Get("/api/v1/factsheets/derde");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.False(json.RootElement.GetProperty("synthetic").GetBoolean());
        Assert.Equal(
            ["wie n=8 verloskundige=4 jgz=null gezamenlijk=0 maatschappelijk-werk=0 overig=null", "klasse n=8 zelfredzaam=4 potentieel-kwetsbaar=null kwetsbaar=null zeer-kwetsbaar=0 onbekend=0", "deelnemers n=3 1=3", "uren n=null 1-8=null 9+=null"],
            json.RootElement.GetProperty("figures").EnumerateArray().Select(f => $"{f.GetProperty("code")} n={Number(f, "n")} " + string.Join(' ', f.GetProperty("categories").EnumerateArray().Select(c => $"{c.GetProperty("code")}={Number(c, "count")}"))));

        static string Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "null";
    }

    // With another bound in its criteria the same decisions come out differently: it is the programme's own data that is replayed.
    private async Task Replayed()
    {
        var told = new StringWriter();
        Assert.Equal(0, await Replay.Run(app.Db, app.Library, told, TestContext.Current.CancellationToken));
        Assert.Contains("5 besluiten en 8 beoordelingen nagerekend", told.ToString(), StringComparison.Ordinal);

        programmes.Edit("derde/criteria/v1.json", "31250.5", "100");
        Assert.Equal(1, await Replay.Run(app.Db, programmes.Load(), told, TestContext.Current.CancellationToken));
    }

    private static FormFields Form(Family family) => new FormFields()
        .With("act", Guid.NewGuid().ToString()).With("programma", MadeUpProgramme.Code).With("ontvangen_op", "02-03-2026").With("klopt", "ontvangen_op=02-03-2026").With("aanmelder", family.Applicant)
        .With("naam_moeder", family.Name).With("geboortedatum_moeder", family.Born).With("postcode").With("gemeente", "GM0344").With("verzekeraar", family.Insurer)
        .With("aanbieder", "moederhuis").With("uitgerekend", "08-03-2026").With("geboren_op", "10-03-2026").With("pijlers", "1").With("kanaal", "aanmelder").With("inkomen", family.Income)
        .With("subfactoren").With("R1", family.Class == "zelfredzaam" ? "afwezig" : "aanwezig").With("beschermend", family.Class == "kwetsbaar" ? "ontoereikend" : "toereikend");

    private sealed record Family(string Name, string Born, string Applicant, string Class, string Insurer, string Income);
}
