using Flex.Web.Data;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Dossiers;

/// <summary>Why a decision took the place of an earlier one, in words.</summary>
internal static class DecisionWords
{
    /// <summary>Null for the first decision about a pillar.</summary>
    public static string? Origin(DecisionLine line) => line.Kind switch
    {
        Replacement.Override => $"Dit wijkt af van het vorige besluit; goedgekeurd door {line.ApprovedBy}.",
        Replacement.FromWaitingList when line.Outcome == NewDecision.Refused => "Het gezin wilde niet meer wachten.",
        Replacement.FromWaitingList => "Na een aangeboden plaats van de wachtlijst.",
        Replacement.Lapsed => "Nadat de plaats was vervallen of vrijgegeven.",
        _ => null,
    };
}
