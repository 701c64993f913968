using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>Whether a further pillar can still be applied for: until care ends.</summary>
public static class PillarOpen
{
    /// <summary>The last day of care, or null before the birth. Source of the rule: the programme's own number of months after birth.</summary>
    public static DateOnly? LastDay(DateOnly? bornOn, int careMonths) => bornOn is { } born ? BirthDays.LastOf(born, careMonths) : null;

    /// <summary>Why not, in a sentence; null when it can.</summary>
    public static string? Refusal(bool appliedFor, bool ended, DateOnly? bornOn, int careMonths, DateOnly today) =>
        appliedFor ? "Voor deze pijler is het gezin al aangemeld."
        : ended ? "Dit dossier is afgesloten. Een nieuwe aanvraag kan alleen als het weer opengaat."
        : LastDay(bornOn, careMonths) is { } last && today > last ? $"De zorg kon duren tot en met {Dutch.Day(last)}. Aanmelden kan niet meer."
        : null;
}
