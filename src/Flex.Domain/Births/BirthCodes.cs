using Flex.Domain.Programmes;

namespace Flex.Domain.Births;

/// <summary>The closed lists of a registered birth, as codes with their Dutch words.</summary>
public static class BirthCodes
{
    /// <summary>Not known, or not asked because no child lives.</summary>
    public const string Unknown = "onbekend";

    /// <summary>The child was born alive.</summary>
    public const string Live = "levend";

    /// <summary>The child was stillborn.</summary>
    public const string Still = "levenloos";

    /// <summary>Where a child was born.</summary>
    public static IReadOnlyList<AnswerOption> Places { get; } =
    [
        new("thuis", "Thuis"),
        new("geboortecentrum", "Geboortecentrum"),
        new("ziekenhuis-poliklinisch", "Ziekenhuis, poliklinisch"),
        new("ziekenhuis-medisch", "Ziekenhuis, op medische indicatie"),
        new("elders", "Ergens anders"),
    ];

    /// <summary>How the child is fed.</summary>
    public static IReadOnlyList<AnswerOption> Feedings { get; } = [new("borst", "Borstvoeding"), new("fles", "Flesvoeding"), new("beide", "Borst en fles"), new(Unknown, "Nog niet bekend")];

    /// <summary>Alive or not.</summary>
    public static IReadOnlyList<AnswerOption> Lives { get; } = [new(Live, "Levend geboren"), new(Still, "Levenloos geboren")];

    /// <summary>The words of a code of one of these lists.</summary>
    public static string LabelOf(IReadOnlyList<AnswerOption> list, string code) => list.FirstOrDefault(o => o.Code == code)?.Label ?? "Niet bekend";
}
