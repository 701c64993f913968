using Flex.Domain.Programmes;

namespace Flex.Domain.Funding;

/// <summary>The stored codes of where care was given and of who indicates it how.</summary>
public static class CareCodes
{
    /// <summary>Where, and as what, care was given.</summary>
    public static IReadOnlyList<AnswerOption> Settings { get; } =
    [
        new("thuis", "Kraamzorg thuis"), new("partus", "Partusassistentie: hulp bij de bevalling"),
        new("ziekenhuis", "In het ziekenhuis, op medische gronden"), new("instelling", "In ziekenhuis of geboortecentrum, zonder medische gronden"),
    ];

    /// <summary>Who indicates.</summary>
    public static IReadOnlyList<AnswerOption> By { get; } = [new("intaker", "Intaker van de kraamzorg"), new("verloskundige", "Verloskundige"), new("huisarts", "Huisarts"), new("specialist", "Medisch specialist")];

    /// <summary>By which method.</summary>
    public static IReadOnlyList<AnswerOption> Methods { get; } = [new("lip", "LIP (Landelijk Indicatieprotocol Kraamzorg)"), new("klim", "KLIM (Kraamzorg Landelijke Indicatie Methodiek)")];

    /// <summary>When it is indicated.</summary>
    public static IReadOnlyList<AnswerOption> Moments { get; } = [new("intake", "Bij de intake"), new("na-geboorte", "Na de geboorte"), new("herindicatie", "Herindicatie, omhoog of omlaag")];

    /// <summary>For which days.</summary>
    public static IReadOnlyList<AnswerOption> Kinds { get; } = [new(Regular, "Gewone kraamzorg"), new(Extension, "Verlenging na de gewone kraamdagen, bij uitzondering")];

    /// <summary>Hours for the lying-in.</summary>
    public const string Regular = "gewoon";

    /// <summary>Hours after the regular days.</summary>
    public const string Extension = "verlenging";

    /// <summary>Help at the delivery: the one care that can be given before the birth.</summary>
    public const string Partus = "partus";

    /// <summary>The setting with a code of <see cref="Settings"/>; throws for a code that was never stored.</summary>
    public static CareSetting Setting(string code) => At<CareSetting>(Settings, code);

    /// <summary>Who indicates, by a code of <see cref="By"/>; throws for a code that was never stored.</summary>
    public static IndicatedBy Indicator(string code) => At<IndicatedBy>(By, code);

    /// <summary>The method with a code of <see cref="Methods"/>; throws for a code that was never stored.</summary>
    public static IndicationMethod Method(string code) => At<IndicationMethod>(Methods, code);

    /// <summary>The words of a code of one of these lists; the code itself when it is not in it.</summary>
    public static string LabelOf(IReadOnlyList<AnswerOption> list, string code) => list.FirstOrDefault(o => o.Code == code)?.Label ?? code;

    // The lists stand in the order of the values.
    private static T At<T>(IReadOnlyList<AnswerOption> list, string code)
        where T : struct, Enum => Enum.GetValues<T>()[list.Index().Single(o => o.Item.Code == code).Index];
}
