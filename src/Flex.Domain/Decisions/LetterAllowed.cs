using Flex.Domain.Dossiers;

namespace Flex.Domain.Decisions;

/// <summary>Whether the letter may leave on paper, by what the family said about safe contact.</summary>
public enum LetterAllowed
{
    /// <summary>The family chose letters.</summary>
    Yes,

    /// <summary>Nobody asked yet how the family can safely be reached: nothing leaves.</summary>
    NotAsked,

    /// <summary>The family chose other ways.</summary>
    OtherWays,

    /// <summary>Nothing written may come to this family.</summary>
    NothingWritten,

    /// <summary>The dossier ended: nothing leaves any more.</summary>
    Ended,
}

/// <summary>When a letter may leave, and what to say when it may not.</summary>
public static class LetterRule
{
    /// <summary>The answer for a family; <paramref name="contact"/> is null when nobody asked.</summary>
    public static LetterAllowed Of(SafeContact? contact, bool ended) =>
        ended ? LetterAllowed.Ended
        : contact is null ? LetterAllowed.NotAsked
        : contact.Allows(SafeContactCodes.Letter) ? LetterAllowed.Yes
        : contact.AllowsWriting ? LetterAllowed.OtherWays
        : LetterAllowed.NothingWritten;

    /// <summary>What a professional has to know before this letter goes anywhere; null when it may go.</summary>
    public static string? Text(LetterAllowed allowed) => allowed switch
    {
        LetterAllowed.Yes => null,
        LetterAllowed.NotAsked => "Er is nog niet gevraagd hoe dit gezin veilig te bereiken is. Verstuur deze brief niet en geef hem niet mee. Vertel de uitslag in een gesprek en vraag het dan.",
        LetterAllowed.OtherWays => "Dit gezin koos niet voor een brief. Verstuur hem niet en geef hem niet mee. Vertel de uitslag zoals het gezin het wil.",
        LetterAllowed.NothingWritten => "Dit gezin wil geen contact via mail, link, bericht of brief. Verstuur deze brief niet en geef hem niet mee. Vertel de uitslag alleen mondeling.",
        LetterAllowed.Ended => "Dit dossier is afgesloten. Verstuur deze brief niet en geef hem niet mee.",
    };
}
