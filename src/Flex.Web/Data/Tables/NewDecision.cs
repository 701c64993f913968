using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>A decision that is about to be written: the rule's proposal with its facts, and what the professional decided.</summary>
internal sealed record NewDecision(Guid Id, Guid EntryId, Guid ActId, DossierKey Key, DecisionFacts Facts, string Outcome, DateOnly DecidedOn, string DecidedBy, string? Reason)
{
    /// <summary>The decision that this one replaces, with why it may; null for the first about a pillar.</summary>
    public Replacement? Instead { get; init; }

    /// <summary>Whether a file told of it: then the family heard it elsewhere.</summary>
    public bool FromFile { get; init; }

    public const string Admitted = "toegelaten";
    public const string Refused = "afgewezen";
    public const string Waiting = "wachtlijst";

    /// <summary>What the journal keeps, sealed.</summary>
    public DecisionBody Body => new(Facts.Pillar, Outcome, CodeOf(Facts.Proposal), DecidedBy, Reason, Facts.CriteriaVersion);

    /// <summary>The code of a proposal.</summary>
    public static string CodeOf(Proposal proposal) => proposal switch
    {
        Proposal.AskFirst => "navragen",
        Proposal.Admit => "toelaten",
        Proposal.Refuse => "afwijzen",
        Proposal.WaitForPlace => "wachtlijst",
    };

    /// <summary>Says whether an outcome follows the proposal; if not, the professional gives a reason.</summary>
    public static bool Follows(Proposal proposal, string outcome) => OutcomeOf(proposal) == outcome;

    /// <summary>The outcome that follows a definite proposal; null while something is missing.</summary>
    public static string? OutcomeOf(Proposal proposal) => proposal switch
    {
        Proposal.AskFirst => null,
        Proposal.Admit => Admitted,
        Proposal.Refuse => Refused,
        Proposal.WaitForPlace => Waiting,
    };

    public static void Add(Work work, IReadOnlyList<NewDecision> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        work.Add(
            """
            insert into decision (id, dossier_id, pillar, outcome, proposal, decided_on, decided_by, reason, criteria_version, rule_version, facts, act_id, entry_id, replaces, kind, approved_by, approved_organisation, from_file)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            Column.Uuid(rows, r => r.Id), Column.Uuid(rows, r => r.Key.Dossier), Column.Int(rows, r => r.Facts.Pillar), Column.Text(rows, r => r.Outcome),
            Column.Text(rows, r => CodeOf(r.Facts.Proposal)), Column.Day(rows, r => r.DecidedOn), Column.Text(rows, r => r.DecidedBy), Column.Text(rows, r => r.Reason),
            Column.Text(rows, r => r.Facts.CriteriaVersion), Column.Text(rows, r => r.Facts.RuleVersion), Column.Bytes(rows, r => r.Key.Close(r.Facts, r.Id)),
            Column.Uuid(rows, r => r.ActId), Column.Uuid(rows, r => r.EntryId), Column.OptionalUuid(rows, r => r.Instead?.Decision), Column.Text(rows, r => r.Instead?.Kind ?? "besluit"),
            Column.Text(rows, r => r.Instead?.ApprovedBy), Column.Text(rows, r => r.Instead?.ApprovedOrganisation), Column.Bool(rows, r => r.FromFile));
    }
}

/// <summary>The sealed body of <see cref="Act.Decided"/>.</summary>
internal sealed record DecisionBody(int Pillar, string Outcome, string Proposal, string DecidedBy, string? Reason, string CriteriaVersion);

/// <summary>Which decision is replaced and why that may: an approved override, a place from the waiting list, a place that lapsed.</summary>
internal sealed record Replacement(Guid Decision, string Kind, string? ApprovedBy = null, string? ApprovedOrganisation = null)
{
    public const string Override = "afwijking";
    public const string FromWaitingList = "van-wachtlijst";
    public const string Lapsed = "vervallen";
}
