using Flex.Domain.Programmes;

namespace Flex.Domain.Dossiers;

/// <summary>How and when a family can safely be reached, and who reads along; nothing is sent before it was asked.</summary>
/// <param name="Means">Codes of <see cref="SafeContactCodes.Means"/>; empty: nothing leaves for this family.</param>
/// <param name="Moment">When, in the family's words, or null when any moment is fine.</param>
/// <param name="ReadsAlong">Who else may see or hear a message: a code of <see cref="SafeContactCodes.ReadsAlong"/>.</param>
public sealed record SafeContact(IReadOnlyList<string> Means, string? Moment, string ReadsAlong)
{
    /// <summary>Whether this means may be used.</summary>
    public bool Allows(string means) => Means.Contains(means);

    /// <summary>Whether anything written may leave: mail, a link, a text message or a letter.</summary>
    public bool AllowsWriting => Means.Any(SafeContactCodes.IsWritten);
}

/// <summary>The closed lists of safe contact, as codes with their Dutch words.</summary>
public static class SafeContactCodes
{
    /// <summary>The answer that nothing written may come; it stands beside no means that writes.</summary>
    public const string Nothing = "geen";

    /// <summary>By e-mail.</summary>
    public const string Mail = "mail";

    /// <summary>By telephone.</summary>
    public const string Telephone = "telefoon";

    /// <summary>By letter.</summary>
    public const string Letter = "brief";

    /// <summary>The ways to reach a family.</summary>
    public static IReadOnlyList<AnswerOption> Means { get; } =
        [new(Telephone, "Bellen"), new("sms", "Sms"), new(Mail, "E-mail"), new(Letter, "Brief"), new("professional", "Via de professional")];

    /// <summary>The ways, with the answer that nothing written may come.</summary>
    public static IReadOnlyList<AnswerOption> Answers { get; } = [.. Means, new(Nothing, "Geen contact via mail, link, bericht of brief")];

    /// <summary>Who may see or hear what is sent.</summary>
    public static IReadOnlyList<AnswerOption> ReadsAlong { get; } =
        [new("niemand", "Niemand"), new("partner", "Haar partner"), new("familie", "Familie of huisgenoot"), new("ander", "Iemand anders"), new("onbekend", "Weet ik niet")];

    /// <summary>Whether a means leaves something to read.</summary>
    public static bool IsWritten(string means) => means is "sms" or Mail or Letter;

    /// <summary>The means as a sentence part, such as "bellen en sms", or that there are none.</summary>
    public static string Words(IReadOnlyList<string> means) => means.Count == 0
        ? "geen contact via mail, link, bericht of brief"
        : Shared.Dutch.And([.. Means.Where(m => means.Contains(m.Code)).Select(m => m.Label.ToLowerInvariant())]);
}
