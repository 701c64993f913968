using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Microsoft.Extensions.Primitives;

namespace Flex.Web.Ui;

/// <summary>The vulnerability part of a form as it was typed, the same in an application and when a family is weighed again.</summary>
public sealed class FactorAnswers(Func<string, StringValues> typed)
{
    /// <summary>The box "the rest was discussed and is not there".</summary>
    public const string RestAbsent = "rest_afwezig";

    /// <summary>The states of a factor in few words; the page says what "weegt niet mee" means.</summary>
    public static IReadOnlyList<Choice> States { get; } =
        [.. ApplicationCodes.FactorStates.Select(s => new Choice(s.Code, s.Code == ApplicationCodes.CodeOf(FactorState.PresentNotWeighing) ? "Weegt niet mee" : s.Label))];

    /// <summary>What was typed in a field.</summary>
    public string? this[string name] => Typed.Text(typed(name));

    /// <summary>The boxes that were ticked.</summary>
    public IReadOnlyCollection<string> Ticked(string name) => [.. typed(name).OfType<string>()];

    /// <summary>A field as the parser reads it: the boxes joined, and what the rest was said to be.</summary>
    public string? Said(string name, FactorList list) => name is VulnerabilityText.SubFactorsField or VulnerabilityText.ProtectiveField
        ? string.Join('|', Ticked(name))
        : this[name] ?? (IsRest(name, list) ? ApplicationCodes.CodeOf(FactorState.Absent) : null);

    // A factor is untouched when neither a state nor a sub-factor of it was chosen.
    private bool IsRest(string name, FactorList list) => typed(RestAbsent).Count > 0
        && list.Factors.Any(f => f.Parent is null && f.Kind != FactorKind.Protective && f.Code == name)
        && !list.Factors.Any(f => f.Parent == name && Ticked(VulnerabilityText.SubFactorsField).Contains(f.Code));
}
