using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.WorkLists;

/// <summary>
/// Every role takes the first line of the own list, follows its link and fills in what that page asks, until no list has a line.
/// The families stand in different places: meeting the rule, refused by it, care long over, a birth to register, waiting for a place.
/// </summary>
public sealed class A_list_emptied_by_doing_what_it_says(TestCluster cluster)
{
    private const int MostSteps = 60;
    private static readonly string[] Owners = ["intaker", "coordinator", "kraamverzorgende", "programmabureau"];

    // What is answered where the page does not know it yet; everything else is sent as the page shows it.
    private static readonly (string Page, (string Name, string Value)[] Answers)[] Said =
    [
        ("/brief/", [("hoe", "gesprek")]),
        ("/geboorte", [("kind1_dag", "14-05-2023"), ("plaats", "thuis"), ("voeding", "borst"), ("zeker", "ja")]),
        ("/einde", [("einde", "afgerond"), ("dag", "15-05-2023"), ("zeker", "ja")]),
        ("/wachtlijst/", [("stap", "aanbieden")]),
    ];

    [Fact]
    public async Task Ends_with_nothing_to_do_today_for_anybody()
    {
        await using var app = await App.Start(cluster);
        var a = new Builder(app);
        await a.Dossier().Of("Eerste Gezin").Save();
        await a.Dossier().Of("Tweede Gezin").In("Maastricht").Save();
        await a.Dossier().Of("Derde Gezin").Received(new(2022, 9, 1)).Born(new(2022, 10, 1)).Save();
        var expecting = await a.Dossier().Of("Vierde Gezin").Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set due_date = '2023-05-10' where dossier_id = '{expecting}'");
        await a.Dossier().Of("Vijfde Gezin").For(1).Received(new(2023, 5, 14)).Save();
        await Capacity(app, 2);
        var done = await Empty(app, stopAt: "/wachtlijst/");
        await Capacity(app, 4);
        done.AddRange(await Empty(app));

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where done_on is null and since <= '2023-05-15'"));
        Assert.All((string[])["/besluit/", "/brief/", "/plaats/", "/wachtlijst/", "/geboorte", "/gegevens", "/einde"], page => Assert.Contains(done, d => d.Contains(page, StringComparison.Ordinal)));
        await StoredWork.Matches(app);
    }

    // Answers the pages that were worked through; the list of who waits has nothing to do while no place is free.
    private static async Task<List<string>> Empty(App app, string? stopAt = null)
    {
        var done = new List<string>();
        foreach (var _ in Enumerable.Range(0, MostSteps))
        {
            var before = done.Count;
            foreach (var owner in Owners)
            {
                using var person = await app.Visit(owner);
                await person.Get("/werk");
                var href = person.Page.QuerySelectorAll("main td[data-label='Wat te doen'] a").Select(x => x.GetAttribute("href")!).FirstOrDefault(h => stopAt is null || !h.Contains(stopAt, StringComparison.Ordinal));
                if (href is not null)
                {
                    await DoWhatItSays(person, href);
                    done.Add(href);
                }
            }

            if (done.Count == before)
            {
                return done;
            }
        }

        throw new InvalidOperationException("Not empty after " + string.Join(", ", done));
    }

    private static async Task DoWhatItSays(Visitor person, string href)
    {
        await person.Get(href);
        var form = person.Page.QuerySelector("main form[action]:not([action='/uitloggen'])") ?? throw new InvalidOperationException($"{href} asks nothing: {Looking_at_a_dossier.Text(person)}");
        var names = form.QuerySelectorAll("[name]").Select(f => f.GetAttribute("name")!).ToHashSet(StringComparer.Ordinal);
        var answers = Said.FirstOrDefault(s => href.Contains(s.Page, StringComparison.Ordinal)).Answers ?? Chosen(person, href);
        var answer = await person.Post(form.GetAttribute("action")!, [.. A_database_that_goes_away.Typed(person).Where(t => names.Contains(t.Name) && answers.All(x => x.Name != t.Name)).DistinctBy(t => t.Name), .. answers]);
        Assert.True((int)answer.StatusCode is 302 or 303, $"{href}: {(int)answer.StatusCode} {Looking_at_a_dossier.Text(person)}");
    }

    // As the rule proposes; and of a place the step that goes on with it.
    private static (string Name, string Value)[] Chosen(Visitor person, string href)
    {
        if (href.Contains("/besluit/", StringComparison.Ordinal))
        {
            var text = Looking_at_a_dossier.Text(person);
            return [("besluit", text.Contains("Voorstel: toelaten", StringComparison.Ordinal) ? "toegelaten" : text.Contains("Voorstel: afwijzen", StringComparison.Ordinal) ? "afgewezen" : "wachtlijst")];
        }

        return href.Contains("/plaats/", StringComparison.Ordinal) ? [("stap", person.Page.QuerySelector("input[name=stap][value=aannemen]") is null ? "bevestigen" : "aannemen")] : [];
    }

    private static Task Capacity(App app, int places) =>
        app.Database.AsAdmin($"set session_replication_role = replica; update place set capacity = {places} where programme = 'zuid-limburg-2021' and pillar = 1");
}
