using Flex.Domain.Places;

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

    /// <summary>Her place is gone and she waits for another one.</summary>
    WaitsAgain,

    /// <summary>She did not want to wait any longer.</summary>
    OwnChoice,

    /// <summary>Her place was given back before any care.</summary>
    GivenBack,

    /// <summary>Her place was given back after care: there comes no more.</summary>
    Stopped,
}

/// <summary>Which letter belongs to a decision and the place that came of it.</summary>
public static class LetterOutcomes
{
    /// <summary>A place that waits for her answer, or that she does not have any more, says more than the decision it belongs to.</summary>
    /// <param name="afterLapse">The decision replaced one whose place was gone.</param>
    /// <param name="fromList">The decision followed an offer to a family on the waiting list.</param>
    /// <param name="last">The place she holds in the pillar, or else the last one she held.</param>
    public static LetterOutcome Of(bool admitted, bool waiting, bool afterLapse, bool fromList, PlaceState? last) =>
        admitted ? OfPlace(last)
        : !waiting ? fromList ? LetterOutcome.OwnChoice : LetterOutcome.Refused
        : last == PlaceState.Offered ? LetterOutcome.Offered
        : afterLapse ? LetterOutcome.WaitsAgain
        : LetterOutcome.Waiting;

    private static LetterOutcome OfPlace(PlaceState? last) => last switch
    {
        PlaceState.Lapsed => LetterOutcome.Lapsed,
        PlaceState.Released or PlaceState.Declined => LetterOutcome.GivenBack,
        PlaceState.ReturnedInPart => LetterOutcome.Stopped,
        PlaceState.Offered => LetterOutcome.Offered,
        PlaceState.Reserved or PlaceState.Confirmed or null => LetterOutcome.Admitted,
    };
}
