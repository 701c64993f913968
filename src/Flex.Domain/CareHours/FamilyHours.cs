using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What of one family in the programme counts for its average.</summary>
/// <param name="Planned">In the newest plan.</param>
/// <param name="Closed">Its care is over: what was used is what it came to.</param>
public readonly record struct FamilyHours(Quarters Planned, Quarters Used, bool Closed)
{
    /// <summary>A family as its rows say, or null when it does not count: its care is over and there was none. Without a plan the programme's average is what was planned for it.</summary>
    /// <param name="planned">Null while there is no plan.</param>
    /// <param name="average">The programme's average per family.</param>
    public static FamilyHours? Of(Quarters? planned, Quarters average, Quarters used, bool closed) =>
        closed && used.Count == 0 ? null : new(planned ?? average, used, closed);
}
