using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Families;

/// <summary>A posted list as the mother answered it, with the act that makes a double click count once.</summary>
public sealed record OwnAnswers(Guid Act, IReadOnlyDictionary<string, string> Answered)
{
    private static readonly string[] Own = ["act", "version", "__RequestVerificationToken"];

    internal static OwnAnswers Fresh(OwnForm desk, ProgrammeClock clock) => new(clock.NewId(), desk.Stored?.Answers ?? new Dictionary<string, string>(StringComparer.Ordinal));

    internal static OwnAnswers Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(),
        form.Where(f => !Own.Contains(f.Key) && Typed.Text(f.Value) is not null).ToDictionary(f => f.Key, f => Typed.Text(f.Value)!, StringComparer.Ordinal));
}
