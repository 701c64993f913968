using Flex.Domain.Decisions;
using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>How the family heard the outcome, as it was typed.</summary>
/// <param name="Decision">The decision of which the letter was read.</param>
public sealed record ToldForm(Guid Act, Guid Decision, string? How)
{
    public const string ByLetter = "brief";

    public static IReadOnlyList<Choice> Ways { get; } = [new("gesprek", "In een gesprek"), new("telefoon", "Aan de telefoon"), new(ByLetter, "Met de brief")];

    /// <summary>The ways that are offered: a letter only where one may leave.</summary>
    public static IReadOnlyList<Choice> WaysFor(LetterAllowed allowed) => allowed == LetterAllowed.Yes ? Ways : [.. Ways.Where(w => w.Value != ByLetter)];

    internal static ToldForm Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Guid.TryParse(form["version"], out var decision) ? decision : default, Typed.Text(form["hoe"])?.Trim());

    /// <summary>A way as the end of a sentence.</summary>
    public static string InSentence(string how) => Ways.FirstOrDefault(w => w.Value == how)?.Label.ToLowerInvariant() ?? how;

    /// <summary>What is wrong, beside its field.</summary>
    public IReadOnlyList<FieldError> Errors(LetterAllowed allowed) =>
        Ways.All(w => w.Value != How) ? [new("hoe", "Kies hoe het gezin de uitslag hoorde.")]
        : How == ByLetter && LetterRule.Text(allowed) is { } why ? [new("hoe", "Een brief mag bij dit gezin niet. " + why)]
        : [];
}
