using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data;

/// <summary>One assessment beside the one before it: who weighed, the class before and after, and what changed factor by factor.</summary>
/// <param name="Before">The class until then in words, or null for the first assessment.</param>
public sealed record AssessmentStep(AssessmentLine Line, string Class, string? Before, IReadOnlyList<string> Changes)
{
    /// <summary>All assessments of a dossier, newest first.</summary>
    public static IReadOnlyList<AssessmentStep> Of(IReadOnlyList<AssessmentLine> lines, FactorList list) =>
        [.. lines.Select((line, i) => i == 0 ? new AssessmentStep(line, Words(line), null, []) : new(line, Words(line), Words(lines[i - 1]), Between(lines[i - 1], line, list))).Reverse()];

    /// <summary>The class that counts, "kwetsbaar", or every class still possible.</summary>
    public static string Words(AssessmentLine line) =>
        ClassCodes.IsOneClass(line.Counts) ? ClassText.Label(line.Counts) : $"{ClassCodes.Unknown} ({ClassText.AnyOf(line.Counts)})";

    /// <summary>Says whether an assessment holds exactly what was said and set now.</summary>
    internal static bool Same(AssessmentLine line, Reassessment now, FactorList list) =>
        (line.Counts, line.SetBecause, line.ContradictionBecause) == (now.Set?.Class ?? now.Found.Possible, now.Set?.Because, now.Form.ContradictionBecause)
        && AssessmentChanges.Between(list, FormOf(line, list), now.Form).Count == 0;

    private static IReadOnlyList<string> Between(AssessmentLine before, AssessmentLine after, FactorList list) => AssessmentChanges.Between(list, FormOf(before, list), FormOf(after, list));

    private static VulnerabilityForm FormOf(AssessmentLine line, FactorList list) => StoredAssessment.Form(list, line.Judgement, line.Factors.Select(f => (f.Factor, f.State)));
}
