namespace Flex.Web.Features.Imports;

/// <summary>Shifts of one family in one file that cannot both be: of one caregiver at one time, or of two who do not both say that they worked together.</summary>
internal static class ShiftsBesideOthers
{
    public static IEnumerable<ShiftProblem> Problems(IReadOnlyList<ShiftLine> lines)
    {
        foreach (var family in lines.GroupBy(l => l.Dossier))
        {
            var before = new List<ShiftLine>();
            foreach (var line in family)
            {
                if (before.Where(b => b.Shift.Number != line.Shift.Number && line.Shift.Overlaps(b.Shift.From, b.Shift.Until)).Select(b => Problem(line, b)).FirstOrDefault(p => p is not null) is { } problem)
                {
                    yield return problem;
                }

                before.Add(line);
            }
        }
    }

    private static ShiftProblem? Problem(ShiftLine line, ShiftLine before) =>
        line.Shift.IsBy(before.Shift.Caregiver) ? new(line.Line, "van", $"Deze dienst valt samen met die op regel {before.Line} van dezelfde zorgverlener. Kijk de tijden na.")
        : line.Shift.Together && before.Shift.Together ? null
        : new(line.Line, "samen", $"Op regel {before.Line} staat een collega in dezelfde tijd. Werkten zij samen, zet dan bij allebei ja in de kolom samen.");
}
