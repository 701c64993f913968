using System.Diagnostics;
using Flex.Bench.Running;
using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;
using Flex.Web.Data.Programmes;

namespace Flex.Bench;

/// <summary>
/// Class and eligibility with every reason as a code, one thread, random families; the Dutch text apart. Per core means per second of
/// processor time of this whole process, its collector included: what else the machine does stays out of it.
/// </summary>
internal static class Rules
{
    private const int Different = 4096;

    /// <summary>What one family answered, and what else conditions look at.</summary>
    private sealed record Family(FactorState[] Urgent, FactorState[] Risk, ProtectiveJudgement Judgement, Facts Facts, VulnerabilityForm Form);

    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        var library = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), DateOnly.FromDateTime(DateTime.Today));
        var programme = Data.RoomyProgrammes.Pilot(library);
        var pillar = programme.CriteriaOn(programme.Periods!.Applications.First).Pillars[0];
        var compiled = CompiledCriteria.From(pillar);
        var families = Families(programme, library.National, new Random(20231));
        var names = new ReasonNames(c => c, c => c, c => c);

        int Judge(Family f) => (int)EligibilityRule.Judge(compiled, f.Facts with { Classes = Weighing.Classify(f.Urgent, f.Risk, f.Judgement).Possible }).Proposal;

        int FromForm(Family f) => (int)DecisionFacts.Propose(programme, pillar.Pillar, f.Facts with { Classes = f.Form.Classify(library.National.Factors).Possible }).Proposal;

        int WithText(Family f)
        {
            var classification = Weighing.Classify(f.Urgent, f.Risk, f.Judgement);
            var judged = EligibilityRule.Judge(compiled, f.Facts with { Classes = classification.Possible });
            return WeighingText.Of(classification.Reason).Length + ClassText.AnyOf(classification.Possible).Length + EligibilityText.Of(judged.Proposal).Length
                + judged.Reasons.Sum(r => EligibilityText.Of(r, pillar.Conditions[r.Condition], names).Length);
        }

        var seconds = settings.Quick ? 0.2 : 1.0;
        return
        [
            .. await Measure("rules", "class + all reasons of pillar 1, codes", Judge, families, seconds, settings, bound: true),
            .. await Measure("rules form", "the same from a form, criteria read each time", FromForm, families, seconds, settings, bound: false),
            .. await Measure("rules text", "the same with every reason in Dutch", WithText, families, seconds, settings, bound: false),
        ];
    }

    private static async Task<IReadOnlyList<Row>> Measure(string name, string what, Func<Family, int> judge, Family[] families, double seconds, Settings settings, bool bound)
    {
        var bytes = 0.0;
        var speed = await Rounds.Alone(settings.Rounds, () =>
        {
            var (cases, sum, before, start, used) = (0L, 0L, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            do
            {
                foreach (var family in families)
                {
                    sum += judge(family);
                }

                cases += families.Length;
            }
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);

            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)cases;
            return Task.FromResult(sum < 0 ? 0 : cases / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
        });
        return
        [
            new(name, what, "-", speed, bound ? Bound.Least(1_000_000) : null, $"{Table.Number(speed.Median)} cases/s per core"),
            new(name + " memory", "bytes allocated per case", "-", new(bytes, bytes, bytes), bound ? Bound.Most(1024) : null, $"{Table.Number(bytes)} bytes per case"),
        ];
    }

    private static Family[] Families(Programme programme, National national, Random chance)
    {
        var main = national.Factors.Factors.Where(f => f.Kind != FactorKind.Protective && f.Parent is null).ToList();
        return [.. Enumerable.Range(0, Different).Select(_ => One(programme, national, main, chance))];
    }

    // Mostly absent, as in life: with evenly random states an urgent factor would nearly always decide.
    private static Family One(Programme programme, National national, List<Factor> main, Random chance)
    {
        var states = main.ToDictionary(f => f.Code, f => chance.Next(f.Kind == FactorKind.Urgent ? 20 : 3) == 0 ? (FactorState)chance.Next(4) : FactorState.Absent, StringComparer.Ordinal);
        var judgement = (ProtectiveJudgement)chance.Next(3);
        var day = new DateOnly(2021, 10, 1).AddDays(chance.Next(900));
        var facts = new Facts(day, day.AddDays(3), ClassSet.None,
            chance.Next(10) == 0 ? null : national.Municipalities[chance.Next(national.Municipalities.Count)].Code,
            chance.Next(10) == 0 ? null : national.Insurers[chance.Next(national.Insurers.Count)].Concern,
            chance.Next(10) == 0 ? null : programme.Providers[chance.Next(programme.Providers.Count)].Code,
            chance.Next(10) == 0 ? programme.Providers[0].Code : null, chance.Next(150), new Cents(chance.Next(10_000_000)));
        return new(
            [.. main.Where(f => f.Kind == FactorKind.Urgent).Select(f => states[f.Code])], [.. main.Where(f => f.Kind == FactorKind.Risk).Select(f => states[f.Code])],
            judgement, facts, new VulnerabilityForm(states, [], judgement, "verloskundige", day));
    }
}
