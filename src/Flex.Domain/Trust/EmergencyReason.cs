namespace Flex.Domain.Trust;

/// <summary>Why somebody opens a dossier without a relation (standards.md AC-02): a code for who reviews it, and words of one's own beside it.</summary>
public sealed record EmergencyReason(string Code, string Words)
{
    /// <summary>The longest that it lasts (standards.md AC-02).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The reasons that can be chosen; a first list of ours, no source names one.</summary>
    public static IReadOnlyList<EmergencyReason> All { get; } =
    [
        new("acuut", "Er is nu gevaar voor moeder of kind"),
        new("waarneming", "Ik neem waar voor wie bij het gezin hoort en die is niet bereikbaar"),
        new("bereikbaarheid", "Het gezin moet nu bereikt worden en niemand anders kan dat"),
    ];

    /// <summary>The reason with this code, or null.</summary>
    public static EmergencyReason? Find(string? code) => All.FirstOrDefault(r => r.Code == code);
}
