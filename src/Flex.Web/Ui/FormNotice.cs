namespace Flex.Web.Ui;

/// <summary>What a form says when it comes back for another reason than a mistake in a field.</summary>
public sealed record FormNotice(string Title, string Text)
{
    /// <summary>The connection broke: the outcome is not known, and the form keeps its act.</summary>
    public static FormNotice Unsure { get; } = new(
        "Het is niet zeker of dit is opgeslagen",
        "De gegevens zijn nu niet bereikbaar. Alles wat u invulde staat er nog. Verstuur het over een minuut opnieuw; dubbel versturen kan geen kwaad.");

    /// <summary>The form was made on another version than there is, and nobody can be named who changed it.</summary>
    public static FormNotice Changed { get; } = new("Dit is nog niet opgeslagen", "Er is intussen iets veranderd. Wat u invulde staat er nog. Kijk het na en verstuur het opnieuw als het moet.");

    /// <summary>The same act said something else before; the form gets a new act, so that sending it again is meant.</summary>
    /// <param name="before">What was sent before, or null when that is not this person's to see here.</param>
    public static FormNotice SentBefore(string? before) => new(
        "Dit is nog niet opgeslagen",
        $"Dit formulier was al verstuurd met andere inhoud{(before is null ? "" : $" ({before})")}. Wilt u dit ook vastleggen, verstuur het dan nog eens.");
}
