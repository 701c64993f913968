using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Plans;

/// <summary>What a test of a plan types: a family admitted to pillar 2, a child born on 10 May 2023, so hours from 17 May to 10 November.</summary>
internal static class Planned
{
    /// <summary>Once a week, four times three hours.</summary>
    public static readonly (string Name, string Value)[] Weekly =
        [("hulpvraag", "Wij willen de nachten zelf aankunnen"), ("van_1", "20-05-2023"), ("tot_1", "10-06-2023"), ("om_de_1", "7"), ("keer_1", "1"), ("uren_1", "3")];

    public static readonly (string Name, string Value)[] Bridging =
        [("doelsoort", "overbruggen"), ("doel_woorden", "Dat er iemand meekijkt tot de hulp begint"), ("acties", "Samen badderen\nDagritme maken"), ("wacht_op", "opvoedhulp"), ("wacht_bij", "de gemeente"), ("wacht_sinds", "12-05-2023")];

    public static async Task<Guid> Admitted(App app)
    {
        var id = await new Builder(app).Dossier().InCare().Born(new(2023, 5, 10)).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/2");
        await Taking_a_decision.Decide(intaker, id, 2, "toegelaten", "Voor deze test");
        return id;
    }

    public static async Task<Guid> WithPlan(App app)
    {
        var id = await Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/uren");
        Assert.Equal($"/dossiers/{id}/plan", (await Send(coordinator, id, "uren", Weekly)).Headers.Location?.OriginalString);
        return id;
    }

    /// <summary>A plan of another family that waits for approval, as an act would have left it.</summary>
    public static async Task<Guid> Waiting(App app)
    {
        var id = await WithPlan(app);
        await app.Database.AsAdmin($"""
            set session_replication_role = replica;
            insert into plan_request (id, dossier_id, programme, pillar, summary, requested_on, requested_by, requester, asked_organisation, paid_organisation, entry_id)
            select id, dossier_id, 'zuid-limburg-2021', 2, 'Gevraagd: 12 uur', said_on, 'Demo coördinator', 'demo:coordinator', 'geboortezorg-limburg', 'geboortezorg-limburg', entry_id from care_plan where dossier_id = '{id}'
            """);
        return (Guid)(await app.Database.AsAdmin("select id from plan_request where dossier_id = $1", id))!;
    }

    /// <summary>Sends a form about a plan, with what is said in the place of what it was.</summary>
    public static Task<HttpResponseMessage> Send(Visitor visitor, Guid id, string part, IReadOnlyList<(string Name, string Value)> typed, params (string Name, string Value)[] instead) => visitor.Post(
        $"/dossiers/{id}/plan/{part}", [.. typed.Where(t => instead.All(i => i.Name != t.Name)), .. instead, .. instead.Any(i => i.Name == "act") ? [] : new[] { ("act", Guid.CreateVersion7().ToString()) }]);

    public static async Task<System.Net.HttpStatusCode> Book(Visitor visitor, Guid id, string what, string hours) =>
        (await Send(visitor, id, "boeking", [("boeking", what), ("uren", hours)])).StatusCode;

    /// <summary>Hours without times in pillar 2.</summary>
    public static Task Give(App app, Guid id, int quarters) => app.Database.AsAdmin(
        $"set session_replication_role = replica; insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id) select gen_random_uuid(), '{id}', 2, '2023-05-14', {quarters}, 'Demo', gen_random_uuid(), entry_id from application where dossier_id = '{id}'");
}
