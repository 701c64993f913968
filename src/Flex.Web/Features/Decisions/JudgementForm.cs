using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Bsn = Flex.Domain.Shared.Bsn;

namespace Flex.Web.Features.Decisions;

/// <summary>The posted judgement about an override, as text.</summary>
public sealed record JudgementForm(Guid Act, string? Verdict, string? Reason)
{
    public const string Approve = "goedkeuren";
    public const string Refuse = "afkeuren";
    public const string Return = "teruggeven";

    private static readonly Choice[] Always =
    [
        new(Approve, "Goedkeuren", "Wat gevraagd is wordt het besluit, met de feiten van vandaag."),
        new(Refuse, "Afkeuren", "Het besluit van nu blijft staan."),
    ];

    /// <summary>The mark of what had changed when the judge opened the request.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The state that a request gets by this judgement.</summary>
    public string State => Verdict switch { Approve => "goedgekeurd", Return => "teruggegeven", _ => "afgekeurd" };

    /// <summary>What can be said; a request goes back only when its facts changed.</summary>
    public static IReadOnlyList<Choice> Verdicts(bool changed) => changed
        ? [.. Always, new(Return, "Teruggeven", "De intaker kijkt opnieuw. Tot dan geldt het besluit van nu.")]
        : Always;

    internal static JudgementForm Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Typed.Text(form["oordeel"]), Typed.Text(form["reden"])?.Trim() is { Length: > 0 } reason ? reason : null)
    { Seen = Typed.Text(form["gezien"]) ?? "" };

    /// <summary>What is wrong, beside the field it belongs to.</summary>
    public IReadOnlyList<FieldError> Errors(bool changed) =>
    [
        .. Verdicts(changed).All(v => v.Value != Verdict) ? [new FieldError("oordeel", "Kies wat u vindt.")] : Array.Empty<FieldError>(),
        .. Verdict == Refuse && Reason is null ? [new FieldError("reden", "Vul in waarom u dit afkeurt.")] : Array.Empty<FieldError>(),
        .. Reason?.Length > DecisionForm.LongestReason ? [new FieldError("reden", $"Deze reden is te lang: gebruik ten hoogste {Dutch.Number(DecisionForm.LongestReason)} tekens.")] : Array.Empty<FieldError>(),
        .. Bsn.In(Reason) ? [new FieldError("reden", Bsn.Misplaced)] : Array.Empty<FieldError>(),
    ];

    /// <summary>Whether this very judgement was stored before: then it was sent twice.</summary>
    internal bool Said(OverrideCase found, Actor actor) =>
        found.Judge == actor.Id && found.JudgedBecause == Reason && found.State == State;
}
