using System.Globalization;
using Flex.Domain.Work;

namespace Flex.Web.Data;

/// <summary>One piece of work that waits for a role, and for which family.</summary>
/// <param name="Part">The pillar, the year of a check, 1 for a check after the dossier was opened again, or 0.</param>
/// <param name="Offer">The family waits, is first, and a place is free: it is to be offered.</param>
public sealed record WorkLine(Guid Id, Guid Dossier, int Number, string Mother, string Programme, WorkKind Kind, int Part, DateOnly Since, DateOnly Until, bool Offer);

/// <summary>A decision otherwise than the rule, or a plan of many hours, that waits for somebody of another organisation; nothing in it says who it is about.</summary>
public sealed record OverrideWorkLine(Guid Request, Guid Dossier, int Pillar, DateOnly Since, DateOnly Until, WorkKind Kind);

/// <summary>How much of one kind waits; counted up to <see cref="Most"/>, so that the count costs the same however much there is.</summary>
public sealed record WorkCount(WorkKind Kind, int Number)
{
    public const int Most = 250;
}

/// <summary>Behind which line a page begins: lists go by key.</summary>
public sealed record WorkKey(DateOnly Until, Guid Id)
{
    public static WorkKey First { get; } = new(DateOnly.MinValue, Guid.Empty);

    /// <summary>The key as it stands in an address, which holds no person.</summary>
    public override string ToString() => FormattableString.Invariant($"{Until:yyyy-MM-dd}_{Id}");

    /// <summary>The key in an address; null when it is none.</summary>
    public static WorkKey? Parse(string text) =>
        text.Split('_') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && Guid.TryParse(id, out var key) ? new(until, key) : null;
}
