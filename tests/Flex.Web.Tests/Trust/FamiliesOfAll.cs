using System.Globalization;
using System.Net;
using Flex.Domain.Shared;
using Flex.Web.Tests.Consents;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Imports;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>A family known by an id, a number, a name and a BSN that stand nowhere else.</summary>
/// <param name="Relation">The relation of who looks with her, by the model; null: the one that the role has by its work.</param>
internal sealed record KnownFamily(Guid Id, string State, string? Relation, string Name, int Number, string Bsn)
{
    /// <summary>How she stands to a role.</summary>
    public string RelationOf(string role) => Relation ?? role switch
    {
        "verloskundige" => "aanmelder",
        "intaker" or "coordinator" => "intake",
        "kraamverzorgende" => "zorg",
        "jgz" => "overdracht",
        _ => "none",
    };
}

/// <summary>One family in every relation of the model, and one in every state a dossier can be in; two organisations; made once for everybody who looks.</summary>
public sealed class FamiliesOfAll(TestCluster cluster) : IAsyncLifetime
{
    internal const string Restricted = "beperkt";
    internal const string Ended = "afgesloten";
    internal const string Merged = "samengevoegd";
    internal const string Judged = "wacht op een oordeel";
    internal const string Undecided = "nog geen besluit";
    internal const string Admitted = "toegelaten";

    internal App App { get; private set; } = null!;

    internal List<KnownFamily> All { get; } = [];

    /// <summary>What has an id and is no dossier: a pair, a row that waits, a request.</summary>
    internal List<Guid> Things { get; } = [];

    public async ValueTask InitializeAsync()
    {
        App = await App.Start(cluster);
        using var intaker = await App.Visit("intaker");
        foreach (var relation in TheModel.Relations.Concat(RelationRows.OfOthers))
        {
            var id = await Add(Admitted, relation);
            await Decide(intaker, id, "toegelaten");
            await Wait(intaker, id);
        }

        foreach (var state in (string[])[Restricted, Ended, Merged, "onderzoek ingetrokken", Judged, Undecided])
        {
            var id = await Add(state, null);
            await Decide(intaker, id, state == Undecided ? null : state == Judged ? "wachtlijst" : "toegelaten");
            await Bring(intaker, id, state);
        }

        await Pairs(intaker);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    /// <summary>Gives the organisation of a role its relation with each family.</summary>
    internal Task Relate(string role, string organisation) => App.Database.AsAdmin(
        "set session_replication_role = replica; delete from relation;" + string.Concat(All.Select(f => RelationRows.Of(f.RelationOf(role), f.Id, organisation, "demo:" + role))));

    private async Task<Guid> Add(string state, string? relation)
    {
        var place = All.Count;
        var bsn = Enumerable.Range(0, 99_999).Select(n => (999_900_000 + n).ToString(CultureInfo.InvariantCulture)).Where(b => Flex.Domain.Shared.Bsn.TryParse(b) is not null).ElementAt(place);
        var name = $"Zang{(char)('a' + (place / 20))}{"bcdfghjklmnpqrstvwxz"[place % 20]}o";
        var id = await new Builder(App).Dossier().Of(name + " Proef").Known(bsn, "06-12345678").Save();
        await App.Database.AsAdmin($"set session_replication_role = replica; update dossier set number = {880_000 + place} where id = '{id}'");
        All.Add(new(id, state, relation, name, 880_000 + place, bsn));
        return id;
    }

    private static async Task Decide(Visitor intaker, Guid id, string? outcome)
    {
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.True(outcome switch
        {
            null => true,
            "toegelaten" => (await Taking_a_decision.Decide(intaker, id, 1, outcome)).StatusCode == HttpStatusCode.SeeOther,
            _ => (await Taking_a_decision.Deviate(intaker, id, 1, outcome, "Zij wacht nog")).StatusCode == HttpStatusCode.SeeOther,
        });
    }

    // Beside her place she waits for one of the other pillar: otherwise than the rule, approved by another organisation.
    private async Task Wait(Visitor intaker, Guid id)
    {
        await intaker.Get($"/dossiers/{id}/besluit/2");
        await Taking_a_decision.Deviate(intaker, id, 2, "wachtlijst", "Zij wacht nog");
        using var judge = await App.Visit("programmabureau");
        var path = $"/werk/afwijking/{await App.Database.AsAdmin("select id from override_request where dossier_id = $1", id)}";
        await judge.Get(path);
        var answer = await judge.Post(path, [.. SentForms.On(judge, path).Where(f => f.Name is not ("oordeel" or "reden")), ("oordeel", "goedkeuren"), ("reden", "Dat is zo")]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task Bring(Visitor intaker, Guid id, string state)
    {
        switch (state)
        {
            case Restricted:
                await intaker.Get($"/dossiers/{id}/beperken");
                await intaker.Post($"/dossiers/{id}/beperken", ("naam_verzoeker", "Anna"), ("beperkt_om", "bezwaar"));
                break;
            case Ended:
                await intaker.Get($"/dossiers/{id}/einde");
                await Ending_a_dossier.EndAnyhow(intaker, id, "verhuisd");
                break;
            case Merged:
                await App.Database.AsAdmin($"""
                    set session_replication_role = replica;
                    insert into dossier_end (id, dossier_id, ended_on, how, merged_into, ended_by, act_id, entry_id) values (gen_random_uuid(), '{id}', '2023-05-14', 'dubbel', '{All[0].Id}', 'Test', gen_random_uuid(), gen_random_uuid())
                    """);
                break;
            case "onderzoek ingetrokken":
                await intaker.Get($"/dossiers/{id}/toestemming");
                await What_a_family_agrees_to.Say(intaker, id, What_a_family_agrees_to.Evaluation);
                await intaker.Get($"/dossiers/{id}/toestemming");
                await What_a_family_agrees_to.Say(intaker, id, What_a_family_agrees_to.With(("antwoord", "ingetrokken")));
                break;
        }
    }

    // A family of another organisation beside one's own; a row of a file that resembles her; somebody who asked to be destroyed; a decision that waits for a judge.
    private async Task Pairs(Visitor intaker)
    {
        var (other, own, asked) = (All.Single(f => f.Relation == "andere-organisatie"), All.Single(f => f.State == Undecided), All.Single(f => f.Relation == "none"));
        var pair = (Guid)(await App.Database.AsAdmin($"""
            set session_replication_role = replica;
            insert into resemblance (id, dossier_id, resembles, why, since, entry_id) values (gen_random_uuid(), '{own.Id}', '{other.Id}', 'geboortedatum', '2023-05-14', gen_random_uuid()) returning id
            """))!;
        var (stored, path) = await Judging_a_waiting_row.Waiting(App);
        await App.Database.AsAdmin($"set session_replication_role = replica; update dossier set number = {880_000 + All.Count} where id = '{stored}'; update mother set name = 'Wachtrijfamilie' where dossier_id = '{stored}'");
        All.Add(new(stored, Undecided, "none", "Wachtrijfamilie", 880_000 + All.Count, Applications.FormFields.Bsn));
        await intaker.Get($"/dossiers/{asked.Id}/vernietigen");
        await Rights.Destroying.Ask(intaker, asked.Id);
        var judged = (Guid)(await App.Database.AsAdmin("select id from override_request where state = 'wacht'"))!;
        Things.AddRange([pair, Guid.Parse(path.Split('/')[^1]), judged]);
    }
}
