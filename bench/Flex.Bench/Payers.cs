using System.Diagnostics;
using Flex.Bench.Data;
using Flex.Bench.Running;
using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Web.Data.Programmes;

namespace Flex.Bench;

/// <summary>
/// Whose money every quarter of an hour is, with its reason, in amounts; one thread, invented families. Per core means per second of processor
/// time of this whole process, its collector included. Then the same million quarters decided anew by another tariff, with what changed.
/// </summary>
internal static class Payers
{
    private const int Different = 512;
    private const int Million = 1_000_000;

    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        var library = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), DateOnly.FromDateTime(DateTime.Today));
        var rules = ProgrammeFunding.Of(RoomyProgrammes.Pilot(library), library.National) with { Care = null };
        var chance = new Random(20231);
        var families = Enumerable.Range(0, Different).Select(n => PayerFamilies.One(n, chance)).ToArray();
        var quarters = families.Sum(f => f.Contacts.Sum(c => (long)c.Length.Count));
        var seconds = settings.Quick ? 0.2 : 1.0;
        var bytes = 0.0;
        var speed = await Rounds.Alone(settings.Rounds, () => Task.FromResult(Speed(families, rules, quarters, seconds, out bytes)));
        var text = await Rounds.Alone(settings.Rounds, () => Task.FromResult(Sentences(families, rules, quarters, seconds)));
        var again = await Rounds.Alone(settings.Rounds, () => Task.FromResult(DecideAgain(families, rules, quarters)));
        return
        [
            new("payer", "quarter-hours decided with reason, tariff and amount", "-", speed, Bound.Least(Million), $"{Table.Number(speed.Median)} quarter-hours/s per core, {Table.Number(bytes)} bytes each; {Table.Number(quarters / (double)Different)} per family"),
            new("payer text", "the same with every line in Dutch", "-", text, null, $"{Table.Number(text.Median)} quarter-hours/s per core"),
            new("payer again", "seconds for a changed tariff over a million quarter-hours", "-", again, Bound.Most(10), $"{Table.Number(again.Median)} s: decided by the old and by the new tariff, and what moved; one thread"),
        ];
    }

    private static double Speed(PayerFamily[] families, FundingRules rules, long quarters, double seconds, out double bytes)
    {
        var (rounds, sum, before, start, used) = (0L, 0L, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        do
        {
            sum += families.Sum(f => Payer.Decide(f.Life, f.Contacts, rules).Lines.Count);
            rounds++;
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);

        bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(rounds * quarters);
        return sum == 0 ? 0 : rounds * quarters / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
    }

    private static double Sentences(PayerFamily[] families, FundingRules rules, long quarters, double seconds)
    {
        var (rounds, sum, start, used) = (0L, 0L, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        do
        {
            sum += families.Sum(f => Payer.Decide(f.Life, f.Contacts, rules).Lines.Sum(l => PayerText.Of(l).Length));
            rounds++;
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);

        return sum == 0 ? 0 : rounds * quarters / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
    }

    private static double DecideAgain(PayerFamily[] families, FundingRules rules, long quarters)
    {
        var dearer = rules with { Version = rules.Version + "+", Contributions = [.. rules.Contributions.Select(r => r with { PerHour = new Cents(r.PerHour.Value + 10) })] };
        var (done, moved, start) = (0L, 0L, Stopwatch.GetTimestamp());
        for (; done < Million; done += quarters)
        {
            moved += families.Sum(f => Redecision.Between(Payer.Decide(f.Life, f.Contacts, rules), Payer.Decide(f.Life, f.Contacts, dearer)).Added.Count);
        }

        return moved == 0 ? double.NaN : Stopwatch.GetElapsedTime(start).TotalSeconds * Million / done;
    }
}
