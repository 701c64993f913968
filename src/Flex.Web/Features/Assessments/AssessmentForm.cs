using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Ui;
using Microsoft.Extensions.Primitives;

namespace Flex.Web.Features.Assessments;

/// <summary>A re-assessment as it was typed; a fresh one holds what was said the last time, so that only what changed is touched.</summary>
/// <param name="Version">The assessment that this one follows; empty when there was none.</param>
/// <param name="Look">True when somebody only wants to see what follows from the answers.</param>
public sealed record AssessmentForm(Guid Act, string Version, FactorAnswers Answers, bool Look = false)
{
    internal static AssessmentForm Fresh(AssessmentLine? last, FactorList list, Guid act) =>
        new(act, VersionOf(last), new(last is null ? _ => StringValues.Empty : name => Stored(last, list, name)));

    internal static AssessmentForm Posted(IFormCollection form, ProgrammeClock clock) =>
        new(Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Typed.Text(form["version"]) ?? "", new(name => form[name]), form["stap"] == "bekijken");

    internal static string VersionOf(AssessmentLine? last) => last?.Id.ToString() ?? "";

    /// <summary>The fields as the parser reads them; who weighs and when is not asked.</summary>
    internal FieldReader Read(FactorList list, string author, DateOnly today) => new(
        name => name switch { "beoordeeld_door" => author, "beoordeeld_op" or "aanmelder" => null, _ => Answers.Said(name, list) }, today);

    private static StringValues Stored(AssessmentLine last, FactorList list, string name) => name switch
    {
        VulnerabilityText.SubFactorsField => Codes(last, list.Factors.Where(f => f.Parent is not null)),
        VulnerabilityText.ProtectiveField => Codes(last, list.Factors.Where(f => f.Kind == FactorKind.Protective)),
        VulnerabilityText.ExplanationField => last.ContradictionBecause,
        ReassessmentText.ClassField => last.SetClass,
        ReassessmentText.ReasonField => last.SetBecause,
        "beschermend" => last.Judgement,
        _ => last.Factors.Where(f => f.Factor == name).Select(f => f.State).FirstOrDefault(),
    };

    private static StringValues Codes(AssessmentLine last, IEnumerable<Factor> factors) => new([.. factors.Select(f => f.Code).Where(code => last.Factors.Any(f => f.Factor == code))]);
}
