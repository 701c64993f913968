using System.Net;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.WorkLists;

namespace Flex.Web.Tests.Searches;

public sealed class Searching_for_a_family(TestCluster cluster)
{
    [Theory]
    [InlineData("jansen", "Zoë Jansen")]
    [InlineData("JÁNS", "Zoë Jansen", "Jan Jansma", "Els Janssens-Ünal")]
    [InlineData("ZOE", "Zoë Jansen")]
    [InlineData("unal", "Els Janssens-Ünal")]
    [InlineData("jans el", "Els Janssens-Ünal")]
    [InlineData("z jans", "Zoë Jansen")]
    [InlineData("ansen")]
    [InlineData("ján", "Jan Jansma", "Zoë Jansen", "Els Janssens-Ünal")]
    [InlineData("Иванова", "Анна Иванова")]
    [InlineData("%")]
    [InlineData("jan_")]
    public async Task By_name_finds_beginnings_of_its_parts_in_any_case_and_without_accents(string typed, params string[] expected)
    {
        await using var app = await App.Start(cluster);
        foreach (var name in (string[])["Zoë Jansen", "Els Janssens-Ünal", "Jan Jansma", "Piet Vries", "Анна Иванова"])
        {
            await Families.Apply(app, name, new DateOnly(2023, 5, 1));
        }

        using var intaker = await app.Visit("intaker");

        var answer = await Search(intaker, typed);

        if (typed is "%")
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(typed is "jan_" ? ["Jan Jansma", "Zoë Jansen", "Els Janssens-Ünal"] : expected, Found(intaker));
    }

    [Theory]
    [InlineData("Janssen", "Els Janssens-Ünal", "|", "Zoë Jansen")]
    [InlineData("Jilmas Muhamed", "|", "Mohammed Yılmaz")]
    [InlineData("mohammed jilmaz", "|", "Mohammed Yılmaz")]
    [InlineData("moh jilmaz", "|", "Mohammed Yılmaz")]
    [InlineData("van der Bergh", "|", "Anna van den Berg")]
    [InlineData("Berch", "|", "Anna van den Berg")]
    [InlineData("p jansen", "|")]
    [InlineData("z janssen", "|", "Zoë Jansen")]
    [InlineData("van", "Anna van den Berg", "|")]
    [InlineData("Jansen Jansen", "Zoë Jansen", "|")]
    public async Task By_name_shows_beginnings_first_and_then_what_sounds_so(string typed, params string[] expected)
    {
        await using var app = await App.Start(cluster);
        foreach (var name in (string[])["Zoë Jansen", "Els Janssens-Ünal", "Jan Jansma", "Mohammed Yılmaz", "Anna van den Berg", "Piet Vries"])
        {
            await Families.Apply(app, name, new DateOnly(2023, 5, 1));
        }

        using var intaker = await app.Visit("intaker");

        await Search(intaker, typed);

        var sections = intaker.Page.QuerySelectorAll("section:has(h2)").ToDictionary(s => s.QuerySelector("h2")!.TextContent, s => s.QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim()), StringComparer.Ordinal);
        Assert.Equal(string.Join(',', expected), string.Join(',', sections["Gevonden"].Append("|").Concat(sections.GetValueOrDefault("Klinkt als", []))));
        Assert.Equal(Found(intaker).Count(), await app.Database.AsAdmin("select cardinality(objects) from journal.entry where act = 'SearchDone'"));
    }

    [Fact]
    public async Task By_sound_narrows_by_day_of_birth_and_number_and_shows_no_family_of_another_organisation()
    {
        await using var app = await App.Start(cluster);
        await Families.Apply(app, "Mohammed Yilmaz", new DateOnly(2023, 5, 1));
        await Families.Apply(app, "Mehmet Yilmas", new DateOnly(2023, 5, 1), organisation: "demo-verloskunde");
        using var midwife = await app.Visit("verloskundige");
        using var intaker = await app.Visit("intaker");

        await Search(midwife, "Jilmaz");
        Assert.Equal(["Mehmet Yilmas"], Found(midwife));
        await Search(intaker, "Jilmaz", born: "03-04-1995");
        Assert.Equal(["Mehmet Yilmas", "Mohammed Yilmaz"], Found(intaker));
        await Search(intaker, "Jilmaz", born: "04-04-1995");
        Assert.Empty(Found(intaker));
    }

    [Fact]
    public async Task By_day_of_birth_number_or_all_together_must_hold_in_full_and_is_journaled_with_who_was_found()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Anna de Proef").Save();
        await Families.Apply(app, "Anna Andersen", new DateOnly(2023, 5, 1));
        var number = $"{await app.Database.AsAdmin("select number from dossier where id = $1", id)}";
        using var intaker = await app.Visit("intaker");

        await Search(intaker, born: "02-03-1995");
        Assert.Equal(["Anna de Proef"], Found(intaker));
        await Search(intaker, number: number);
        Assert.Equal(["Anna de Proef"], Found(intaker));
        await Search(intaker, "anna", "02-03-1995", number);
        Assert.Equal(["Anna de Proef"], Found(intaker));
        Assert.Equal($"/dossiers/{id}", intaker.Page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Equal(("anna", "02-03-1995", number), (Value(intaker, "naam"), Value(intaker, "geboortedatum"), Value(intaker, "nummer")));
        await Search(intaker, "andersen", number: number);
        Assert.Empty(Found(intaker));
        Assert.Contains("Geen gezin gevonden", intaker.Page.Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal("1,1,1,0", await app.Database.AsAdmin("select string_agg(cardinality(objects)::text, ',' order by at) from journal.entry where act = 'SearchDone' and role = 'intaker'"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SearchDone' and (body is not null or purpose <> 'zoeken')"));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/wie-keek?samen=ja");
        Assert.Contains("Zocht en vond uw naam, 3 keer op deze dag.", coordinator.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_what_the_list_shows_and_no_family_of_another_organisation()
    {
        await using var app = await App.Start(cluster);
        await Families.Apply(app, "Van Een Ander", new DateOnly(2023, 5, 1));
        await Families.Apply(app, "Van Mijzelf", new DateOnly(2023, 5, 1), organisation: "demo-verloskunde");
        var elsewhere = $"{await app.Database.AsAdmin("select number from dossier d join mother m on m.dossier_id = d.id where m.name = 'Van Een Ander'")}";
        using var midwife = await app.Visit("verloskundige");

        await Search(midwife, "van");
        Assert.Equal(["Van Mijzelf"], Found(midwife));
        await Search(midwife, number: elsewhere);
        Assert.Empty(Found(midwife));
        await Search(midwife, born: "03-04-1995");
        Assert.Equal(["Van Mijzelf"], Found(midwife));

        using var researcher = await app.Visit("onderzoeker");
        Assert.Equal(HttpStatusCode.Redirect, (await researcher.Get("/zoeken")).StatusCode);
    }

    [Theory]
    [InlineData("", "", "", "naam", "Vul een naam, een geboortedatum of een dossiernummer in.")]
    [InlineData("a", "", "", "naam", "Typ ten minste twee letters van een naam.")]
    [InlineData("a b", "", "", "naam", "Typ ten minste twee letters van een naam.")]
    [InlineData("123", "", "", "naam", "Typ ten minste twee letters van een naam.")]
    [InlineData("anna", "31-02-1990", "", "geboortedatum", "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 15-05-2023.")]
    [InlineData("", "01-01-2199", "", "geboortedatum", "Deze datum ligt in de toekomst. Kijk de datum na.")]
    [InlineData("", "", "honderd", "nummer", "Een dossiernummer bestaat uit cijfers, bijvoorbeeld 100001.")]
    [InlineData("", "", "99999999999", "nummer", "Een dossiernummer bestaat uit cijfers, bijvoorbeeld 100001.")]
    [InlineData("", "", "999900018", "nummer", "Zoek hier op naam, geboortedatum of dossiernummer. Op BSN zoeken gaat op een eigen pagina.")]
    [InlineData("999900018", "", "", "naam", "Zoek hier op naam, geboortedatum of dossiernummer. Op BSN zoeken gaat op een eigen pagina.")]
    [InlineData("", "999900018", "", "geboortedatum", "Zoek hier op naam, geboortedatum of dossiernummer. Op BSN zoeken gaat op een eigen pagina.")]
    public async Task With_something_wrong_says_so_at_the_field_and_asks_nothing(string name, string born, string number, string field, string message)
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");

        var answer = await Search(intaker, name, born, number);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([message], intaker.Page.QuerySelectorAll($"#fouten a[href='#{field}']").Select(a => a.TextContent));
        Assert.Equal("true", intaker.Page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        Assert.DoesNotContain("999900018", intaker.Page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(name is "999900018" ? "" : name, Value(intaker, "naam") ?? "");
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SearchDone'"));
    }

    [Fact]
    public async Task With_more_than_fifty_shows_fifty_and_asks_to_say_more_in_four_statements()
    {
        await using var app = await App.Start(cluster);
        for (var i = 0; i < 52; i++)
        {
            await Families.Apply(app, $"Anna Anna-{i}", new DateOnly(2023, 5, 1));
        }

        using var intaker = await app.Visit("intaker");
        await intaker.Get("/zoeken");
        using var statements = new Statements(app.Database);

        await intaker.Post("/zoeken", ("naam", "ann"));

        Assert.Equal(50, Found(intaker).Count());
        Assert.Contains("Dit zijn de eerste 50: verfijn uw zoekopdracht.", intaker.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.InRange(statements.Asked.Count, 3, 4);
    }

    private static async Task<HttpResponseMessage> Search(Visitor visitor, string name = "", string born = "", string number = "")
    {
        await visitor.Get("/zoeken");
        return await visitor.Post("/zoeken", ("naam", name), ("geboortedatum", born), ("nummer", number));
    }

    private static IEnumerable<string> Found(Visitor visitor) => visitor.Page.QuerySelectorAll("tbody th a").Select(h => h.TextContent.Trim());

    private static string? Value(Visitor visitor, string field) => visitor.Page.QuerySelector($"#{field}")!.GetAttribute("value");
}
