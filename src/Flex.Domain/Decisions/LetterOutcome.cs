namespace Flex.Domain.Decisions;

/// <summary>What a letter about one pillar tells a family.</summary>
public enum LetterOutcome
{
    /// <summary>She can take part.</summary>
    Admitted,

    /// <summary>She cannot take part.</summary>
    Refused,

    /// <summary>She is on the waiting list.</summary>
    Waiting,

    /// <summary>A place came free and waits for her answer.</summary>
    Offered,

    /// <summary>A place that was kept for her is not kept any longer.</summary>
    Lapsed,
}
