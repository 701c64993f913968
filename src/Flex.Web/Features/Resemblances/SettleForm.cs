using Flex.Web.Data;
using Flex.Web.Ui;
using Bsn = Flex.Domain.Shared.Bsn;

namespace Flex.Web.Features.Resemblances;

/// <summary>What somebody says of two dossiers that are alike, as text.</summary>
public sealed record SettleForm(Guid Act, string? Verdict, string? Reason)
{
    public const string Same = "zelfde";
    public const string Different = "ander";
    private const int LongestReason = 2_000;

    public static IReadOnlyList<Choice> Options { get; } =
    [
        new(Same, "Hetzelfde gezin", "Het nieuwe dossier wordt afgesloten en blijft te lezen vanuit het andere. Een pijler die alleen nu is gevraagd, en hoe het gezin veilig te bereiken is, gaan mee."),
        new(Different, "Niet hetzelfde gezin", "Of een volgende zwangerschap. Beide dossiers blijven. Vul hieronder in waaraan u dat ziet."),
    ];

    internal static SettleForm Read(IFormCollection form, ProgrammeClock clock) =>
        new(Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Typed.Text(form["oordeel"]), Typed.Text(form["reden"])?.Trim() is { Length: > 0 } reason ? reason : null);

    /// <summary>What is wrong, beside the field it belongs to.</summary>
    public IReadOnlyList<FieldError> Errors()
    {
        var errors = new List<FieldError>();
        if (Options.All(o => o.Value != Verdict))
        {
            errors.Add(new("oordeel", "Kies of dit hetzelfde gezin is."));
        }

        if (Wrong is { } wrong)
        {
            errors.Add(new("reden", wrong));
        }

        return errors;
    }

    private string? Wrong => Reason switch
    {
        null => Verdict == Different ? "Vul in waaraan u ziet dat dit een ander gezin is." : null,
        { Length: > LongestReason } => $"Deze reden is te lang ({Dutch.Number(Reason.Length)} tekens): gebruik er ten hoogste {Dutch.Number(LongestReason)}.",
        _ => Bsn.In(Reason) ? Bsn.Misplaced : null,
    };
}
