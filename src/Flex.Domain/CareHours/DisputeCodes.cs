using Flex.Domain.Programmes;

namespace Flex.Domain.CareHours;

/// <summary>The stored codes of what a family says of her hours, and of what comes of a dispute.</summary>
public static class DisputeCodes
{
    /// <summary>The hours are as she remembers them.</summary>
    public const string Right = "klopt";

    /// <summary>They are not.</summary>
    public const string Wrong = "klopt-niet";

    /// <summary>The hours were corrected or taken back.</summary>
    public const string Corrected = "verbeterd";

    /// <summary>What she says.</summary>
    public static IReadOnlyList<AnswerOption> Answers { get; } = [new(Right, "Dit klopt"), new(Wrong, "Dit klopt niet")];

    /// <summary>How a dispute ends.</summary>
    public static IReadOnlyList<AnswerOption> Ends { get; } = [new("blijft", "De uren blijven zoals ze zijn"), new(Corrected, "De uren zijn verbeterd of teruggenomen")];
}
