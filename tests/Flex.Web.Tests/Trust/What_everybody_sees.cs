using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// Every role in every relation with one family, through the front door: each page it gets is searched for what the family said and what was
/// done with her. What may be seen comes from a model that somebody wrote who saw the law and the matrix and no code (TheModel).
/// </summary>
public sealed partial class What_everybody_sees(FamilyOfWords told) : IClassFixture<FamilyOfWords>
{
    private const string Name = FamilyOfWords.Name;

    // What the model gives and the product does not show (yet): never a leak. Each with its reason.
    private static readonly Dictionary<string, string> NotShown = new(StringComparer.Ordinal)
    {
        ["* * bsn"] = "no page shows a BSN",
        ["* zorg-voor-plaats *"] = "who will care reaches the family from the day of the place",
        ["jgz overdracht minimaal-jgz"] = "taken over: the same stands in the dossier", ["jgz overdracht-nazorg minimaal-jgz"] = "idem",
        ["intaker zorg *"] = "the office works through the intake relation", ["coordinator zorg *"] = "idem",
        ["intaker zorg-nazorg *"] = "idem", ["coordinator zorg-nazorg *"] = "idem",
        ["gezin eigen *"] = "the family's own door is not there yet",
        ["programmabureau * *"] = "judges a summary without a name only", ["onderzoeker * *"] = "has figures only",
    };

    // What the product shows and the model refuses. Each was looked at, with the sentence that allows it.
    private static readonly Dictionary<string, string> Looked = new(StringComparer.Ordinal)
    {
        ["* * cijfers"] = "the figures of the programme are published: evaluated in public, behind the threshold",
        ["verloskundige * lijst-ingevuld"] = "front-door issue, 6: a professional fills in the lists with the family, and sees that it was done", ["jgz * lijst-ingevuld"] = "idem",
        ["jgz aanmelder *"] = "standards.md AC-01: being applicant makes a relation, whoever applied", ["jgz aanmelder-nazorg *"] = "idem",
    };

    // Who is coming is seen by the JGZ of the region (question 7 of the model): a relation of another kind that is over takes nothing away from that.
    private static bool IsComing(string role, string relation, string data) =>
        role == "jgz" && data is ("naam" or "contact" or "minimaal-jgz") && !relation.StartsWith("overdracht", StringComparison.Ordinal) && TheModel.Sees(role, "none", data) == TheModel.Answer.Open;

    // The data whose pages are made by another part, with their own tests: the summary without a name (Judging_an_override).
    private static readonly string[] Elsewhere = ["samenvatting-zonder-naam"];

    public static TheoryData<string> Everybody => [.. Roles.All.Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Is_what_the_model_gives_and_nothing_else(string role)
    {
        var (app, family) = (told.App, told.Id);
        using var visitor = await app.Visit(role);
        var organisation = (string)(await app.Database.AsAdmin("select organisation from journal.entry where act = 'SignedIn' and role = $1 limit 1", role))!;
        var (leaks, lacks) = (new List<string>(), new List<string>());
        foreach (var relation in TheModel.Relations)
        {
            await app.Database.AsAdmin(RelationRows.Sql(relation, family, organisation, "demo:" + role));
            var seen = await Look(visitor, role, app, family);
            foreach (var data in TheModel.Data.Except(Elsewhere))
            {
                var cell = $"{role} {relation} {data}";
                switch (TheModel.Sees(role, relation, data))
                {
                    case TheModel.Answer.No when seen.Contains(data) && !Listed(Looked, cell) && !IsComing(role, relation, data):
                        leaks.Add(cell);
                        break;
                    case TheModel.Answer.Yes when !seen.Contains(data) && !Listed(NotShown, cell):
                        lacks.Add(cell);
                        break;
                }
            }
        }

        Assert.Equal([], leaks);
        Assert.Equal([], lacks);
    }

    [Fact]
    public void Has_no_role_that_the_model_does_not_know() => Assert.Empty(Roles.All.Select(r => r.Code).Except(TheModel.Roles));

    private static bool Listed(Dictionary<string, string> list, string cell) => list.Keys.Any(k => k.Split(' ').Zip(cell.Split(' ')).All(p => p.First == "*" || p.First == p.Second));

    private static async Task<HashSet<string>> Look(Visitor visitor, string role, App app, Guid family)
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in app.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && Reached(r, role))
            .Select(r => Path(r.RoutePattern.RawText!, family)).OfType<string>().Distinct())
        {
            pages[path] = await Read(visitor, path);
        }

        await visitor.Get("/zoeken");
        var found = await visitor.Post("/zoeken", ("naam", Name));
        pages["POST /zoeken"] = found.StatusCode == HttpStatusCode.OK ? string.Join('\n', visitor.Page.QuerySelectorAll("main a[href^='/dossiers/']").Select(a => a.TextContent)) : "";
        var all = string.Join('\n', pages.Values);
        var dossier = Page(pages, $"/dossiers/{family}");
        return
        [
            .. Seen("naam", all.Contains(Name, StringComparison.Ordinal)), .. Seen("contact", all.Contains("06-12345677", StringComparison.Ordinal)),
            .. Seen("bsn", all.Contains("999990019", StringComparison.Ordinal)), .. Seen("adres", all.Contains("6411ZZ", StringComparison.Ordinal) || all.Contains("6411 ZZ", StringComparison.Ordinal)),
            .. Seen("aanvraag", all.Contains("kanarie-aanvraag", StringComparison.Ordinal)), .. Seen("klasse", dossier.Contains("Mate van kwetsbaarheid", StringComparison.Ordinal)),
            .. Seen("besluit", all.Contains("kanarie-besluit", StringComparison.Ordinal)), .. Seen("zorguren-regels", all.Contains("Kanarie Zorgverlener", StringComparison.Ordinal)),
            .. Seen("zorguren-som", all.Contains("13,25 uur", StringComparison.Ordinal)), .. Seen("opmerking-bij-zorg", all.Contains("kanarie-bezoek", StringComparison.Ordinal)),
            .. Seen("antwoorden", all.Contains("Niet Nederlands", StringComparison.Ordinal)), .. Seen("lijst-ingevuld", dossier.Contains("Afgerond op 15-05-2023", StringComparison.Ordinal)),
            .. Seen("tijdlijn", Page(pages, $"/dossiers/{family}/historie").Length > 0), .. Seen("logboek", all.Contains("dossier bekeken", StringComparison.Ordinal) || all.Contains("in een lijst gezien", StringComparison.Ordinal)
                || all.Contains("bekeek uw gegevens", StringComparison.OrdinalIgnoreCase) || Page(pages, "/beheer/toezicht").Contains("demo:", StringComparison.Ordinal)),
            .. Seen("minimaal-jgz", Page(pages, "/werk").Contains("Gezinnen die eraan komen", StringComparison.Ordinal) && Page(pages, "/werk").Contains(Name, StringComparison.Ordinal)),
            .. Seen("cijfers", Page(pages, "/cijfers").Length > 0),
        ];

        static IEnumerable<string> Seen(string data, bool there) => there ? [data] : [];
    }

    // What the role's policy refuses is refused in Who_reaches_what, for every relation alike.
    private static bool Reached(RouteEndpoint route, string role) => route.Metadata.GetMetadata<IAuthorizeData>()?.Policy is not { } policy || Policies.May(role, policy);

    private static string Page(Dictionary<string, string> pages, string path) => pages.GetValueOrDefault(path, "");

    // Of the figures only that they are reached: their words hold no family. Every other page with this family in its holes.
    private static string? Path(string pattern, Guid family) => pattern.Contains("factsheet", StringComparison.Ordinal) || pattern.StartsWith("/api", StringComparison.Ordinal) || pattern.StartsWith("api", StringComparison.Ordinal)
        || pattern.Contains('*', StringComparison.Ordinal) || pattern.Contains("{code:int?}", StringComparison.Ordinal) || pattern.Contains('.', StringComparison.Ordinal) ? null
        : pattern.Replace("{id:guid}", family.ToString(), StringComparison.Ordinal).Replace("{pillar:int}", "1", StringComparison.Ordinal).Replace("{code}", "start", StringComparison.Ordinal);

    // The words as they are read and as they stand in the page, with what is in its attributes: nothing is sent that is not seen here.
    private static async Task<string> Read(Visitor visitor, string path)
    {
        using var answer = await visitor.Ask(HttpMethod.Get, path);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Conflict))
        {
            return "";
        }

        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "text/html" ? $"{WebUtility.HtmlDecode(Tags().Replace(text, " "))}\n{WebUtility.HtmlDecode(text)}" : text;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
