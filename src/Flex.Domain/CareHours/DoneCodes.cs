using Flex.Domain.Programmes;

namespace Flex.Domain.CareHours;

/// <summary>What is done in a contact, in the words of the factsheet.</summary>
public static class DoneCodes
{
    /// <summary>The kinds of work; more than one can be done.</summary>
    public static IReadOnlyList<AnswerOption> All { get; } =
    [
        new("verzorging", "Verzorging"), new("preventie", "Preventie"), new("dagritme", "Dagritme"), new("hechting", "Hechting"),
        new("voorlichting", "Voorlichting"), new("risicosignalering", "Risicosignalering"), new("instructie", "Instructie"),
    ];
}
