using Flex.Domain.CareHours;
using Flex.Web.Data.Shifts;

namespace Flex.Web.Features.Imports;

/// <summary>A line of a shift file with its family and what comes of it.</summary>
internal sealed record PlannedShift(ShiftLine Line, ShiftFamily Family, ShiftMatch Match)
{
    public ShiftResult Result => new(Line.Line, Line.Shift.Number, Line.Dossier, Family.Id, Match.Outcome, Match.Outcome switch
    {
        ShiftOutcome.New => "Nieuw",
        ShiftOutcome.Equal => "Gelijk aan wat er stond",
        ShiftOutcome.Before => "Al eerder ingelezen",
        ShiftOutcome.Different when Match.Contact!.TakenBack => $"Verschil: {ContactWords.When(Match.Contact.From, Match.Contact.Until)} is teruggenomen",
        ShiftOutcome.Different => $"Verschil: nu staat er {ContactWords.When(Match.Contact!.From, Match.Contact.Until)}, door {Match.Contact.Caregiver}",
    });
}
