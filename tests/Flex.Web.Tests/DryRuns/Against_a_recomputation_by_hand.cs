using System.Text.Json.Nodes;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Features.DryRuns;
using Flex.Web.Tests.Imports;
using Flex.Web.Tests.Reconstruction;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.DryRuns;

/// <summary>
/// Every decision of the reconstructed pilot, tried on other criteria and computed again from the file by a small rule of the test's own:
/// the same counts, the same families. It shares nothing with the product but the class of each family.
/// </summary>
public sealed class Against_a_recomputation_by_hand(TestCluster cluster)
{
    private const int Potential = 2, Vulnerable = 4, Very = 8, Undefined = 16;
    private static readonly string[] Region = ["GM1954", "GM0899", "GM0917", "GM0928", "GM0882", "GM0965", "GM0986", "GM1883"];
    private static readonly string[] Town = ["GM0917", "GM0928", "GM0935"];

    [Fact]
    public async Task Has_the_same_counts_and_the_same_families()
    {
        await using var door = await FileDoor.Open(cluster);
        await door.ReadFile("applications", Path.Combine(ReconstructedFiles.Folder, "applications.csv"));
        var before = await PastFamilies.AllRows(door.Database);
        var changed = ChangedCriteria.Read(FileDoor.Library, FileDoor.Library.Programmes["zuid-limburg-2021"], System.Text.Encoding.UTF8.GetBytes(Criteria()), "proef");

        var result = await JudgePastCases.Run(door.Database.Db(FileDoor.Today), Actor.System("test"), changed, TestContext.Current.CancellationToken);

        var expected = await Expected(door);
        Assert.True(expected.Count > 200 && expected.Count(c => c.Then != c.Now) > 50);
        Assert.Equal(Summary(expected.Select(c => (c.Pillar, c.Then, c.Now))), Summary(result.Tally.Pillars.SelectMany(p => Turns(p.Key, p.Value))));
        Assert.Equal(
            expected.Where(c => c.Then != c.Now).Select(c => $"{c.Family} {c.Pillar} {c.Then} {c.Now}").Order(StringComparer.Ordinal),
            result.Shown.Select(t => $"{t.Dossier} {t.Pillar} {t.Answer.Then} {t.Answer.Now}").Order(StringComparer.Ordinal));
        Assert.Equal(before, await PastFamilies.AllRows(door.Database));

        await door.Database.AsAdmin("set session_replication_role = replica; update place set taken = taken + 1 where pillar = 2");
        Assert.NotEqual(before, await PastFamilies.AllRows(door.Database)); // the comparison sees one number in one row
    }

    private static string Criteria() => PastFamilies.Criteria(f =>
    {
        f.Codes(1, "class-in", "kwetsbaar", "zeer-kwetsbaar");
        f.Codes(1, "municipality-in", Town);
        f.Codes(1, "insurer-concern-in", "cz");
        f.Conditions(1).Remove(f.Conditions(1).Single(c => (string?)c!["kind"] == "provider-in"));
        f.Conditions(2).Add(new JsonObject { ["kind"] = "income-at-most", ["amount"] = 30000 });
    });

    // No family of the file tells its income, and its places never run out.
    private static async Task<List<Case>> Expected(FileDoor door)
    {
        var cases = new List<Case>();
        foreach (var row in ReconstructedFiles.Applications)
        {
            var family = (Guid)(await door.One($"select dossier_id from import_row where kind = 'applications' and number = '{row.Id}'"))!;
            var possible = Convert.ToInt32(await door.One($"select coalesce((select possible from assessment where dossier_id = '{family}'), 0)"), System.Globalization.CultureInfo.InvariantCulture);
            var concern = row["verzekeraar"] switch { "CZ" or "9664" => "cz", "VGZ" or "7095" or "0101" => "vgz", "3311" => "ander", var none => none };
            var inTime = In(row.Day("ontvangen_op") >= new DateOnly(2021, 11, 1) && row.Day("ontvangen_op") <= new DateOnly(2023, 12, 31));
            var provider = List(row["aanbieder"], "geboortezorg-limburg");
            var (any, heavy) = (Class(possible, Potential | Vulnerable | Very), Class(possible, Vulnerable | Very));
            if (row["besluit_1"].Length > 0)
            {
                cases.Add(new(family, 1, Rule(any, List(row["gemeente"], Region), List(concern, "cz", "vgz"), provider, inTime), Rule(heavy, List(row["gemeente"], Town), List(concern, "cz"), inTime)));
            }

            if (row["besluit_2"].Length > 0)
            {
                cases.Add(new(family, 2, Rule(any, List(row["gemeente"], Region), provider, inTime), Rule(any, List(row["gemeente"], Region), provider, inTime, null)));
            }
        }

        return cases;
    }

    private static IEnumerable<(int, string, string)> Turns(int number, PillarTally pillar) =>
        Enum.GetValues<Flex.Domain.Eligibility.Proposal>().SelectMany(p => Enumerable.Repeat((number, p.ToString(), "then"), pillar.Turns.Then(p)).Concat(Enumerable.Repeat((number, p.ToString(), "now"), pillar.Turns.Now(p))));

    private static IEnumerable<string> Summary(IEnumerable<(int Pillar, string One, string Other)> lines)
    {
        var all = lines.ToList();
        return (all.Exists(l => l.Other is "then" or "now") ? all : [.. all.SelectMany(l => new[] { (l.Pillar, l.One, "then"), (l.Pillar, l.Other, "now") })])
            .CountBy(l => l).Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal);
    }

    private static string Rule(params bool?[] answers) => answers.Contains(false) ? "Refuse" : answers.Contains(null) ? "AskFirst" : "Admit";

    private static bool? In(bool value) => value;

    private static bool? List(string value, params string[] known) => value.Length == 0 ? null : known.Contains(value);

    private static bool? Class(int possible, int allowed) =>
        possible == 0 || (possible & Undefined) != 0 ? null : (possible & ~allowed) == 0 ? true : (possible & allowed) == 0 ? false : null;

    private sealed record Case(Guid Family, int Pillar, string Then, string Now);
}
