using System.Security.Cryptography;
using System.Text;
using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>Somebody wants otherwise than the rule, or than what was decided: that goes to another organisation, on a summary without name.</summary>
/// <param name="Stands">The outcome that stands until it is judged.</param>
public sealed record Deviation(DecisionDesk Desk, DecisionForm Form, string Stands)
{
    /// <summary>Null when the form follows the rule, or decides while something is missing.</summary>
    public static Deviation? Of(DecisionDesk desk, DecisionForm form) =>
        form.Outcome is { } wanted and not DecisionForm.Stands && (desk.Decided?.Outcome ?? NewDecision.OutcomeOf(desk.Facts.Proposal)) is { } stands && stands != wanted ? new(desk, form, stands) : null;

    /// <summary>What the other organisation will read.</summary>
    public string Summary { get; } = OverrideSummary.Of(
        Desk.Facts, Desk.Names.Pillar(Desk.Pillar), OutcomeText.Of(Form.Outcome).ToLowerInvariant(), OutcomeText.Of(Stands).ToLowerInvariant(), Around(Desk.Record), Form.Reason ?? "");

    /// <summary>Marks the summary that was shown: only that one can be confirmed.</summary>
    public string Mark => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Summary)))[..16];

    /// <summary>The writer read this very summary and says that nobody is named in it.</summary>
    public bool Confirmed => Form.Seen == Mark;

    /// <summary>Admitting is asked only while there is a place.</summary>
    public bool Possible => Form.Outcome != NewDecision.Admitted || Desk.Places is not { Left: <= 0 };

    /// <summary>Who judges, by name.</summary>
    public string Judge => OverrideParties.Judge(Programme)?.Name ?? "het programmabureau";

    /// <summary>By when it should be judged.</summary>
    public DateOnly Until => Desk.Facts.Facts.DecidedOn.AddDays(Programme.Work.OtherWithinDays);

    /// <summary>What in the reason would tell who the family is.</summary>
    public IEnumerable<FieldError> Errors => NamelessText.Identifies(Form.Reason ?? "", Desk.Record.Head.Mother, Desk.Record.Head.Said.CoDecider, Desk.Record.Head.Said.ApplicantName) is { } found
        ? [new("reden", $"In deze reden staat {found}. Zij gaat zonder naam naar {Judge}: haal dit eruit.")]
        : [];

    private Programme Programme => Desk.Names.Programme;

    /// <summary>Writes the request beside the decision that stands.</summary>
    internal void Add(DossierInHand hand, Guid stands) => new NewOverride(
        hand.Work.Clock.NewId(), hand.Key, stands, Desk.Facts, Form.Outcome!, Form.Reason!, Summary,
        OverrideParties.PaidFor(Programme, Desk.Facts.Facts.Provider, Desk.Facts.Facts.DecidedOn)).Add(hand.Work, Form.Act, Desk.Facts.Facts.DecidedOn);

    private static (bool, DateOnly)? Around(DossierRecord record) => record.BornOn is { } born ? (true, born) : record.Head.DueDate is { } due ? (false, due) : null;
}
