using System.Text.Json;
using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.Tests.Funding;

/// <summary>Holds what the payer decides beside what a case expects.</summary>
internal static class CaseAnswers
{
    /// <summary>Everything that is otherwise, a line each.</summary>
    public static IReadOnlyList<string> Wrong(PayerCase one) =>
        [.. one.Asks.SelectMany(a => (a.Superseded ? Replaced(one, a) : Asked(one, a)).Select(w => $"{a}: {w}")), .. one.Totals is { } totals ? Totals(one, totals) : []];

    private static PayerDecision Decide(CaseLife life) => Payer.Decide(life.Facts(), life.Contacts(), life.Rules());

    private static IEnumerable<string> Asked(PayerCase one, CaseAsk ask)
    {
        var life = one.Life(ask.AsOf);
        var (hour, decision) = (life.Hour(ask.Hour), Decide(life));
        var (start, count) = ask.Of(hour.Length.Count).GetOffsetAndLength(hour.Length.Count);
        if (ask.Json.Maybe("quarters")?.GetInt32() is { } quarters && quarters != hour.Length.Count)
        {
            yield return $"{hour.Length.Count} quarters instead of {quarters}";
        }

        var lines = Enumerable.Range(start, count).Select(q => decision.Of(hour.Id, hour.From.Plus(q))).ToList();
        var wrong = lines.SelectMany(l => l is null ? ["no line"] : Outcome(ask.Expect, l)).Distinct().Concat(lines.Contains(null) ? [] : Cents(ask, hour, [.. lines.Select(l => l!)]));
        foreach (var what in wrong)
        {
            yield return what;
        }
    }

    private static IEnumerable<string> Outcome(JsonElement expect, PayerLine line)
    {
        var outcome = line.Outcome;
        (string? Expected, bool Holds, object? Found)[] held =
        [
            (expect.Text("source"), expect.Text("source") is { } source && CaseWords.Sources[source] == outcome.Source, outcome.Source),
            (expect.Text("reason"), expect.Text("reason") is { } reason && CaseWords.Says(reason, outcome), (outcome.Reason, outcome.NotInsured)),
            (Contribution(expect), Contribution(expect) is { } payer && CaseWords.Contributions[payer] == outcome.Contribution, outcome.Contribution),
            (expect.Text("insurer"), expect.Text("insurer") == line.Insurer?.Concern, line.Insurer),
            (expect.Text("municipality"), expect.Text("municipality") == line.Municipality, line.Municipality),
            (expect.Text("task") is "not-fundable" ? "not-fundable" : null, outcome.Source == MoneySource.Nobody, outcome.Source),
        ];
        return held.Where(h => h.Expected is not null && !h.Holds).Select(h => $"{h.Found} instead of {h.Expected}")
            .Concat(expect.Maybe("sourceNot")?.EnumerateArray().Where(s => CaseWords.Sources[s.GetString()!] == outcome.Source).Select(s => $"{s}") ?? []);
    }

    private static string? Contribution(JsonElement expect) =>
        expect.Text("contribution") is "none" ? $"none {expect.Text("contributionReason")}" : expect.Text("contribution");

    // Exact in quarters of a cent by the tariffs of the lines; and in cents where the lines that were rounded are what was asked.
    private static IEnumerable<string> Cents(CaseAsk ask, CareContact hour, List<PayerLine> perQuarter)
    {
        var exact = perQuarter.Sum(l => l.ContributionRate?.PerHour.Value);
        if (ask.Expect.Maybe("contributionCents4") is { } four && four.GetInt64() != exact)
        {
            yield return $"{exact} instead of {four} quarters of a cent";
        }

        var lines = perQuarter.Distinct().ToList();
        if (ask.Expect.Maybe("contributionCents") is { } cents && lines.Sum(l => l.Length.Count) == perQuarter.Count && lines.Sum(l => l.Contribution?.Value) != cents.GetInt64())
        {
            yield return $"{lines.Sum(l => l.Contribution?.Value)} instead of {cents} cents";
        }
    }

    // The line of an hour that was replaced is not decided any more; the difference keeps it as withdrawn.
    private static IEnumerable<string> Replaced(PayerCase one, CaseAsk ask)
    {
        var life = one.Life();
        var (hour, now) = (life.Hour(ask.Hour), Decide(life));
        var before = Payer.Decide(life.Facts(), [.. life.Contacts().Where(c => c.Replaces is null)], life.Rules());
        return now.Lines.Any(l => l.Contact == hour.Id) ? ["still stands"]
            : before.Lines.Any(l => l.Contact == hour.Id) && Redecision.Between(before, now).Withdrawn.Where(l => l.Contact == hour.Id).Sum(l => l.Length.Count) != hour.Length.Count ? ["is not kept as withdrawn"]
            : [];
    }

    private static IEnumerable<string> Totals(PayerCase one, JsonElement totals)
    {
        var decision = Decide(one.Life());
        var quarters = totals.Maybe("quarters")?.EnumerateObject().Select(t => (What: t.Name, Expected: t.Value.GetInt64(), Found: (long)decision.Hours(CaseWords.Sources[t.Name]).Count)) ?? [];
        var cents = totals.Maybe("contributionCents")?.EnumerateObject().Select(t => (What: t.Name, Expected: t.Value.GetInt64(),
            Found: decision.Lines.Where(l => l.Outcome.Contribution == CaseWords.Contributions[t.Name]).Sum(l => l.Contribution?.Value ?? 0))) ?? [];
        return quarters.Concat(cents).Where(t => t.Expected != t.Found).Select(t => $"in all {t.Found} instead of {t.Expected} {t.What}");
    }
}
