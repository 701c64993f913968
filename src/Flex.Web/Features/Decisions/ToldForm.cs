using Flex.Domain.Decisions;
using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>How the family heard the outcome, as it was typed.</summary>
/// <param name="Decision">The decision of which the letter was read.</param>
public sealed record ToldForm(Guid Act, Guid Decision, string? How)
{
    public const string ByLetter = "brief";
    private const string ByTelephone = "telefoon";

    public static IReadOnlyList<Choice> Ways { get; } = [new("gesprek", "In een gesprek"), new(ByTelephone, "Aan de telefoon"), new(ByLetter, "Met de brief")];

    /// <summary>The ways that are offered: a letter only where one may leave, a call only where the family chose it; in person always.</summary>
    public static IReadOnlyList<Choice> WaysFor(LetterAllowed allowed, bool mayCall) =>
        [.. Ways.Where(w => w.Value switch { ByLetter => allowed == LetterAllowed.Yes, ByTelephone => mayCall, _ => true })];

    internal static ToldForm Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Guid.TryParse(form["version"], out var decision) ? decision : default, Typed.Text(form["hoe"])?.Trim());

    /// <summary>A way as the end of a sentence.</summary>
    public static string InSentence(string how) => Ways.FirstOrDefault(w => w.Value == how)?.Label.ToLowerInvariant() ?? how;

    /// <summary>What is wrong, beside its field.</summary>
    public IReadOnlyList<FieldError> Errors(LetterAllowed allowed, bool mayCall) =>
        Ways.All(w => w.Value != How) ? [new("hoe", "Kies hoe het gezin de uitslag hoorde.")]
        : How == ByLetter && LetterRule.Text(allowed) is { } why ? [new("hoe", "Een brief mag bij dit gezin niet. " + why)]
        : How == ByTelephone && !mayCall ? [new("hoe", "Dit gezin koos niet voor bellen. Vertel de uitslag in een gesprek.")]
        : [];
}
