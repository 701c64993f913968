using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Decides of every quarter of an hour of a family's care who pays it: a function of the life, the set of contacts and the data, and of nothing else.</summary>
public static class Payer
{
    private const int MostQuarters = 96 * 4;

    /// <summary>Decides all contacts of one family; what order they come in does not matter. Throws on a contact longer than four days, which the door has refused.</summary>
    public static PayerDecision Decide(FamilyLife life, IEnumerable<CareContact> contacts, FundingRules rules)
    {
        var standing = StandingContacts.Of(contacts);
        var (days, rule, lines) = (new DayReader(life, rules), new PayerRule(life), new PayerLines(life, rules, standing));
        var (day, spent, end) = ((DayOfLife?)null, default(SpentSoFar), int.MinValue);
        foreach (var quarter in InOrderOfTime(standing))
        {
            var (at, contact) = ((int)(quarter >> 32), (int)quarter);
            if (day is null || at >= end)
            {
                day = days.Read(Amsterdam.DayOf(new(at)));
                end = Amsterdam.FirstOf(day.Day.AddDays(1)).Index;
            }

            lines.Add(contact, at, day, rule.Decide(day, standing[contact].Setting, at, ref spent));
        }

        return new(lines.Finish());
    }

    // Every quarter as its instant above the place of its contact: in order of time, and at one instant in the order of contacts.
    private static long[] InOrderOfTime(IReadOnlyList<CareContact> standing)
    {
        var (quarters, next, sorted) = (new long[standing.Sum(Length)], 0, true);
        for (var contact = 0; contact < standing.Count; contact++)
        {
            var from = standing[contact].From.Index;
            sorted &= contact == 0 || standing[contact - 1].Until.Index <= from;
            for (var i = 0; i < standing[contact].Length.Count; i++)
            {
                quarters[next++] = ((long)(from + i) << 32) | (uint)contact;
            }
        }

        if (!sorted)
        {
            Array.Sort(quarters);
        }

        return quarters;
    }

    private static int Length(CareContact contact) =>
        contact.Length.Count <= MostQuarters ? contact.Length.Count : throw new ArgumentException($"The contact {contact.Id} lasts {contact.Length.Count} quarters.", nameof(contact));
}
