using Flex.Domain.Programmes;

namespace Flex.Domain.CareHours;

/// <summary>The stored codes of what came of a shift, and of how a difference ends.</summary>
public static class ShiftCodes
{
    /// <summary>File and page differ: a person chooses.</summary>
    public const string Different = "verschil";

    /// <summary>What the file says holds.</summary>
    public const string File = "bestand";

    /// <summary>What came of a shift.</summary>
    public static IReadOnlyList<AnswerOption> Outcomes { get; } = [new("nieuw", "Vastgelegd uit het bestand"), new("gelijk", "Gelijk aan wat er stond"), new(Different, "Anders dan wat er stond")];

    /// <summary>How a difference ends.</summary>
    public static IReadOnlyList<AnswerOption> Ends { get; } = [new(File, "Wat het bestand zegt"), new("blijft", "Wat er nu staat")];

    /// <summary>The stored code; one that was in before is not stored again.</summary>
    public static string CodeOf(ShiftOutcome outcome) => outcome switch
    {
        ShiftOutcome.New => "nieuw",
        ShiftOutcome.Equal => "gelijk",
        ShiftOutcome.Different => Different,
        ShiftOutcome.Before => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
