using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Questionnaires;

/// <summary>A posted questionnaire as it was answered, with the act that makes a double click count once and the version that it changes.</summary>
public sealed record FillInForm(Guid Act, Guid? Version, bool Finish, IReadOnlyDictionary<string, string> Answered)
{
    public const string Button = "doe";
    public const string FinishValue = "afronden";
    private static readonly string[] Own = ["act", "version", Button, "__RequestVerificationToken"];

    internal static FillInForm Fresh(StoredForm? stored, ProgrammeClock clock) => new(clock.NewId(), stored?.EntryId, Finish: false, stored?.Answers ?? new Dictionary<string, string>(StringComparer.Ordinal));

    internal static FillInForm Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(),
        Guid.TryParse(form["version"], out var version) ? version : null,
        form[Button] == FinishValue,
        form.Where(f => !Own.Contains(f.Key) && Typed.Text(f.Value) is not null).ToDictionary(f => f.Key, f => Typed.Text(f.Value)!, StringComparer.Ordinal));
}
