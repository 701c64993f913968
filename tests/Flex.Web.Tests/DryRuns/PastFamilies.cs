using System.Text.Json;
using System.Text.Json.Nodes;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.DryRuns;

/// <summary>Families over whom was decided, criteria to try on them, and everything that a dry run must leave alone.</summary>
internal static class PastFamilies
{
    public const string Page = "/beheer/proefberekening";

    // Every row of every table, so that nothing can change unseen. The journal alone may grow.
    private const string Everything = """
        select string_agg(t.s || '.' || t.n || ' ' || x.rows, E'\n' order by t.s, t.n) from (
            select s.nspname s, c.relname n from pg_class c join pg_namespace s on s.oid = c.relnamespace where c.relkind = 'r' and s.nspname in ('public', 'vault')) t,
        lateral (select (xpath('/row/r/text()', query_to_xml(format('select count(*) || '' '' || md5(coalesce(string_agg(x::text, '','' order by x::text), '''')) r from %I.%I x', t.s, t.n), false, true, '')))[1]::text as rows) x
        """;

    /// <summary>The criteria that decisions of the pilot apply, as their author would change them.</summary>
    public static string Criteria(Action<JsonObject> change)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(ProgrammeCopy.Original, "zuid-limburg-2021", "criteria", "v-factsheet.json")))!.AsObject();
        file["version"] = "v-proef";
        change(file);
        return file.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>The codes of a condition of one pillar.</summary>
    public static void Codes(this JsonObject file, int pillar, string kind, params string[] codes) =>
        file.Conditions(pillar).Single(c => (string?)c!["kind"] == kind)!["codes"] = new JsonArray([.. codes.Select(c => JsonValue.Create(c))]);

    public static JsonArray Conditions(this JsonObject file, int pillar) => file["pillars"]!.AsArray().Single(p => (int)p!["pillar"]! == pillar)!["conditions"]!.AsArray();

    public static async Task<string> AllRows(TestDatabase database) => (string)(await database.AsAdmin(Everything))!;

    /// <summary>Saves a family and has the intaker decide.</summary>
    public static async Task<(Guid Id, int Number)> Decided(App app, DossierBuilder family, params (int Pillar, string Outcome)[] decisions)
    {
        var id = await family.Save();
        using var intaker = await app.Visit("intaker");
        foreach (var (pillar, outcome) in decisions)
        {
            await intaker.Get($"/dossiers/{id}/besluit/{pillar}");
            var answer = await Taking_a_decision.Decide(intaker, id, pillar, outcome, "Voor deze test");
            if (answer.StatusCode == System.Net.HttpStatusCode.OK)
            {
                // Otherwise than the rule: another organisation approves it.
                answer = await Taking_a_decision.Deviate(intaker, id, pillar, outcome, "Voor deze test");
                await Judging_an_override.Approve(app, id);
            }

            Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        }

        return (id, (int)(await app.Database.AsAdmin("select number from dossier where id = $1", id))!);
    }
}
