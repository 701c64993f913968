using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Whether a contact may be claimed: what the family said decides, and after so many days of silence the programme's own rule.</summary>
/// <param name="May">Whether it may be claimed now.</param>
/// <param name="From">From which day silence stops mattering; null when the family spoke, or the programme decided that it never does.</param>
public sealed record Claiming(bool May, DateOnly? From, string Sentence)
{
    /// <summary>The state of one contact.</summary>
    /// <param name="open">A dispute that nobody settled, or a difference with the file about which nobody chose.</param>
    /// <param name="answered">The family said that it is right, or what she disputed was settled.</param>
    /// <param name="registered">The day on which it was written down.</param>
    /// <param name="days">The programme's days of silence; null: silence never counts as agreement.</param>
    public static Claiming Of(bool open, bool answered, DateOnly registered, int? days, DateOnly today) =>
        open ? new(false, null, "Niet te declareren: eerst kiest of beslist iemand wat er geldt.")
        : answered ? new(true, null, "Te declareren.")
        : days is not { } wait ? new(false, null, "Het gezin heeft nog niets gezegd. Nog niet te declareren.")
        : registered.AddDays(wait) is var from && from <= today ? new(true, from, $"Het gezin heeft niets gezegd. Te declareren sinds {Dutch.Day(from)}; dat is geen akkoord.")
        : new(false, from, $"Het gezin heeft nog niets gezegd. Te declareren vanaf {Dutch.Day(from)}, of eerder als het gezin zegt dat het klopt.");

    /// <summary>What the programme decided about silence, in a sentence.</summary>
    public static string Rule(int? days) => days is { } wait
        ? $"Zegt het gezin niets, dan zijn uren {Dutch.Number(wait)} dagen na het vastleggen te declareren. Zwijgen is geen akkoord: het gezin kan later nog zeggen dat het niet klopt."
        : "Zegt het gezin niets, dan zijn uren niet vanzelf te declareren. Het programma heeft niet bepaald na hoeveel dagen dat wel mag.";
}
