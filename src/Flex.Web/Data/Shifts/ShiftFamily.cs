using Flex.Domain.Shared;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Shifts;

/// <summary>A family as the lines of a shift file need it.</summary>
/// <param name="CaresUntil">The last day on which the sender cares for it, far ahead while it goes on; null when it does not.</param>
/// <param name="Ended">Why nothing is written in its dossier any more; null while it is open.</param>
internal sealed record ShiftFamily(Guid Id, int Number, string Programme, DossierKey Key, DateOnly? CaresUntil, ShiftEnd? Ended)
{
    /// <summary>Hours without times.</summary>
    public IReadOnlyList<(DateOnly Day, Quarters Hours, string Caregiver)> Untimed { get; init; } = [];
}

/// <summary>How a dossier ended; with the number of the one into which it was merged.</summary>
internal sealed record ShiftEnd(DateOnly On, int? MergedInto)
{
    public string Sentence => MergedInto is { } other
        ? $"Dit dossier is samengevoegd met dossier {other}. Gebruik dat nummer."
        : $"Dit dossier is afgesloten per {Dutch.Day(On)}. Laat het eerst heropenen, of haal de regel uit het bestand.";
}
