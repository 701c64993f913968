using Flex.Domain.CareHours;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Shifts;

namespace Flex.Web.Features.Imports;

/// <summary>A shift file held against what is known of its families: what comes of each line, and what stands in the way.</summary>
internal sealed record ShiftPlan(IReadOnlyList<PlannedShift> Shifts, IReadOnlyList<ShiftProblem> Problems)
{
    /// <summary>Asks in this unit of work; after the journal lines of its families nobody else changes what this finds.</summary>
    public static async Task<ShiftPlan> Make(Work work, ProgrammeLibrary library, string sender, ShiftFile file, CancellationToken stop)
    {
        var families = await ShiftFamilies.Find(work, sender, [.. file.Lines.Select(l => l.Dossier).Distinct()], [.. file.Lines.Select(l => l.Shift.Number)], stop);
        var (shifts, problems) = (new List<PlannedShift>(), new List<ShiftProblem>());
        foreach (var group in file.Lines.GroupBy(l => l.Dossier))
        {
            if (families.ByNumber.GetValueOrDefault(group.Key) is not { } family)
            {
                problems.AddRange(group.Select(l => new ShiftProblem(l.Line, "gezin", $"Dossier {group.Key} kennen we niet, of u werkt niet voor dit gezin. Kijk het nummer na.")));
                continue;
            }

            var context = ShiftReading.Of(await FundingFacts.Read(work, family.Id), library.Programmes[family.Programme], sender) with { Untimed = family.Untimed, CaresUntil = family.CaresUntil };
            var planned = group.Select(l => new PlannedShift(l, family, ShiftMatch.Of(l.Shift, context))).ToList();
            shifts.AddRange(planned);
            problems.AddRange(planned.SelectMany(p => InTheWay(p, context, families)));
        }

        return new([.. shifts.OrderBy(s => s.Line.Line)], [.. problems.OrderBy(p => p.Line)]);
    }

    // What was taken in before, or stands already, is not asked anything again.
    private static IEnumerable<ShiftProblem> InTheWay(PlannedShift planned, ShiftContext context, ShiftFamilies families)
    {
        var (line, family) = (planned.Line, planned.Family);
        return planned.Match.Outcome is ShiftOutcome.Before ? []
            : families.Taken.Any(t => t.Number == line.Shift.Number && t.Dossier != family.Id) ? [new(line.Line, "nummer", "Deze dienst is eerder ingelezen voor een ander gezin. Kijk het nummer en het gezin na.")]
            : family.Ended is { } end ? [new(line.Line, "gezin", end.Sentence)]
            : (planned.Match.Outcome is ShiftOutcome.Equal ? ShiftRules.NotCaring(line.Shift, context) : ShiftRules.Problems(line.Shift, context)).Select(p => new ShiftProblem(line.Line, p.Column, p.Message));
    }
}
