using System.Net;
using Flex.Web.Data;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.WorkLists;

/// <summary>
/// Every role takes the first line of the own list, follows its link and fills in what that page asks, until no list has a line.
/// The families stand in different places: meeting the rule, refused by it, care long over, a birth to register, waiting for a place, a place lapsed,
/// a changed insurer, a likely duplicate, a request to deviate that waits or went back, a mail that failed. No place is added once the walk begins.
/// </summary>
public sealed class A_list_emptied_by_doing_what_it_says(TestCluster cluster)
{
    private const int MostSteps = 120;
    private static readonly string[] Owners = ["intaker", "coordinator", "kraamverzorgende", "programmabureau"];

    private static readonly string[] Goes = ["aannemen", "bevestigen", "wacht-nog", "afronden"];

    // What is answered where the page does not know it yet; everything else is sent as the page shows it.
    private static readonly (string Page, (string Name, string Value)[] Answers)[] Said =
    [
        ("/brief/", [("hoe", "gesprek")]),
        ("/geboorte", [("kind1_dag", "14-05-2023"), ("plaats", "thuis"), ("voeding", "borst"), ("zeker", "ja")]),
        ("/einde", [("einde", "afgerond"), ("dag", "15-05-2023"), ("zeker", "ja"), ("klopt", "einde=afgerond")]),
        ("/wachtlijst/", [("stap", "aanbieden")]),
        ("/lijkt-op/", [("oordeel", "ander"), ("reden", "Gebeld: een zus.")]),
        ("/werk/afwijking/", [("oordeel", "goedkeuren")]),
        ("/afwijken/", [("besluit", "blijft"), ("reden", "Het gezin ziet ervan af.")]),
        ("/beheer/post", []),
    ];

    [Fact]
    public async Task Ends_with_nothing_to_do_today_for_anybody()
    {
        await using var app = await App.Start(cluster);
        await Seed(app);
        var kinds = (string)(await app.Database.AsAdmin("select string_agg(distinct kind, ' ' order by kind) from work_item where done_on is null and since <= '2023-05-15'"))!;
        Assert.All((string[])["plaats-vervallen", "wijziging-beoordelen", "dubbel-beoordelen", "afwijking-beoordelen", "afwijking-herzien", "bericht-mislukt", "wachtlijst"], kind => Assert.Contains(kind, kinds, StringComparison.Ordinal));

        var done = await Empty(app);

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where done_on is null and since <= '2023-05-15'"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from offers_due()"));
        Assert.All((string[])["/besluit/", "/brief/", "/plaats/", "/wachtlijst/", "/geboorte", "/gegevens", "/einde", "/lijkt-op/", "/werk/afwijking/", "/afwijken/", "/beheer/post"], page => Assert.Contains(done, d => d.Contains(page, StringComparison.Ordinal)));
        // Lapsed and judged by hand, offered what came free and asked again: each by what its line said.
        Assert.Equal("1|1|2|1", await app.Database.AsAdmin("select concat_ws('|', (select count(*) from journal.entry where act = 'PillarFinished'), (select count(*) from journal.entry where act = 'ChangeJudged'), (select count(*) from journal.entry where act = 'PlaceOffered'), (select count(*) from journal.entry where act = 'WaitingChecked'))"));
        await StoredWork.Matches(app);
    }

    // Everything that is there before anybody begins to work; the places are full from here on.
    private static async Task Seed(App app)
    {
        var a = new Builder(app);
        using var intaker = await app.Visit("intaker");
        await Decide(intaker, await a.Dossier().Of("Lang Klaar").For(1).Received(new(2022, 9, 1)).Born(new(2022, 10, 1)).Save(), 1, "toegelaten");
        var expecting = await a.Dossier().Of("Kind Verwacht").For(1).Save();
        await Decide(intaker, expecting, 1, "toegelaten");
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set due_date = '2023-05-10' where dossier_id = '{expecting}'");
        var changed = await Births.Birth.Expecting(app);
        await intaker.Get($"/dossiers/{changed}/geboorte");
        await Births.Birth.Register(intaker, changed);
        await intaker.Get($"/dossiers/{changed}/gegevens");
        await Confirmations.Confirming_facts.Confirm(intaker, changed, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));
        var mailed = await Messages.Post.Decided(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; update outgoing_mail set state = 'mislukt', queued_at = '2023-05-14 12:00+02' where dossier_id = '{mailed}'");
        var lapsed = await a.Dossier().Of("Plaats Kwijt").For(2).Save();
        await Decide(intaker, lapsed, 2, "toegelaten");
        await app.Database.AsAdmin($"set session_replication_role = replica; update held_place set until = '2023-05-14' where dossier_id = '{lapsed}'");
        await LapsedPlaces.Lapse(app.Db, app.Library);
        await Judging_an_override.Asked(app, "Heerlen", "afgewezen");
        var (back, request) = await Judging_an_override.Asked(app, "Maastricht", "toegelaten");
        await app.Database.AsAdmin($"set session_replication_role = replica; update residence set municipality = 'GM0917' where dossier_id = '{back}'");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        await Judging_an_override.Judge(judge, request, "teruggeven");
        await app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = taken where programme = 'zuid-limburg-2021' and pillar = 1");
        await Wait(app, intaker, "Eerste Wachter", new(2023, 4, 1));
        await Wait(app, intaker, "Tweede Wachter", new(2023, 4, 2));
        await a.Dossier().Of("Nieuw Gezin").Save();
        await a.Dossier().Of("Buiten Gebied").In("Maastricht").Save();
        await Resembling.Stored(app, "verloskunde-elders");
        await Resembling.Apply(app, FormFields.Bsn);
        await app.Database.AsAdmin("set session_replication_role = replica; delete from work_item where done_on is null");
        await OpenWork.SetMissing(app.Db, app.Library.Programmes.Values);
    }

    private static async Task Decide(Visitor intaker, Guid id, int pillar, string outcome)
    {
        await intaker.Get($"/dossiers/{id}/besluit/{pillar}");
        Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, id, pillar, outcome)).StatusCode);
    }

    // Two weeks ago it came on the list, and its own day was yesterday.
    private static async Task Wait(App app, Visitor intaker, string mother, DateOnly received)
    {
        var id = await new Builder(app).Dossier().Of(mother).For(1).Received(received).Save();
        await Decide(intaker, id, 1, "wachtlijst");
        await app.Database.AsAdmin($"set session_replication_role = replica; update decision set decided_on = '2023-05-01' where dossier_id = '{id}'; update application set due_date = '2023-05-14' where dossier_id = '{id}'");
    }

    // The first line of each role in turn, until a round finds none.
    private static async Task<List<string>> Empty(App app)
    {
        var done = new List<string>();
        foreach (var _ in Enumerable.Range(0, MostSteps))
        {
            var before = done.Count;
            foreach (var owner in Owners)
            {
                using var person = await app.Visit(owner);
                await person.Get("/werk");
                if (person.Page.QuerySelector("main td[data-label='Wat te doen'] a, main th a[href^='/werk/afwijking/']")?.GetAttribute("href") is { } href)
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
        var form = person.Page.QuerySelector("main form[action$='/gegevens/oordeel']") ?? person.Page.QuerySelector("main form[action]:not([action='/uitloggen'])") ?? throw new InvalidOperationException($"{href} asks nothing: {Looking_at_a_dossier.Text(person)}");
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
            return text.Contains("Voorstel: toelaten", StringComparison.Ordinal) ? [("besluit", "toegelaten")]
                : text.Contains("Voorstel: afwijzen", StringComparison.Ordinal) ? [("besluit", "afgewezen")]
                : text.Contains("Voorstel: op de wachtlijst", StringComparison.Ordinal) ? [("besluit", "wachtlijst")]
                : [("besluit", "afgewezen"), ("reden", "Niemand kan dit nog navragen.")];
        }

        if (href.EndsWith("/gegevens", StringComparison.Ordinal))
        {
            return person.Page.QuerySelector("textarea[name=oordeel]") is null ? [] : [("oordeel", "De plaats blijft zoals zij is")];
        }

        var steps = person.Page.QuerySelectorAll(":is(input, button)[name=stap]").Select(i => i.GetAttribute("value")!).ToList();
        return !href.Contains("/plaats/", StringComparison.Ordinal) ? []
            : [("stap", Goes.First(steps.Contains)), .. steps.Contains("afronden") ? [("reden", "Het gezin ziet ervan af.")] : Array.Empty<(string, string)>()];
    }
}
