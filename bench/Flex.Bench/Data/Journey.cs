using System.Globalization;

namespace Flex.Bench.Data;

/// <summary>An invented family for which somebody applies and about which somebody decides, different each time.</summary>
internal sealed record Journey(Guid Act, string First, string Last, DateOnly Born, string Postcode)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public string Name => $"{First} {Last}";

    public static Journey New() => new(
        Guid.CreateVersion7(), Word(), Word(), new DateOnly(1980, 1, 1).AddDays(Random.Shared.Next(9_000)),
        string.Create(CultureInfo.InvariantCulture, $"{Random.Shared.Next(1000, 10_000)}{(char)('A' + Random.Shared.Next(26))}{(char)('A' + Random.Shared.Next(26))}"));

    /// <summary>The application, with the fields of the form; two days ago, so that it lies in the programme's past.</summary>
    public Dictionary<string, object> Application(Domain.Programmes.Programme programme, DateOnly today) => new(StringComparer.Ordinal)
    {
        ["act"] = Act.ToString(), ["programma"] = programme.Code, ["gemeente"] = programme.Municipalities[0].Code, ["ontvangen_op"] = Day(today.AddDays(-2)), ["aanmelder"] = "verloskundige",
        ["naam_moeder"] = Name, ["geboortedatum_moeder"] = Day(Born), ["postcode"] = Postcode, ["uitgerekend"] = Day(today.AddDays(Random.Shared.Next(40, 200))),
        ["eerste_zwangerschap"] = "ja", ["hulpverleners"] = "1", ["pijlers"] = "1", ["R1"] = "aanwezig", ["beschermend"] = "ontoereikend",
        ["contact"] = "telefoon", ["contact_leest_mee"] = "niemand", ["akkoord"] = "moeder", ["klopt"] = $"ontvangen_op={Day(today.AddDays(-2))}", ["rest_afwezig"] = "ja", ["kanaal"] = "telefoon", ["aanmelder_naam"] = "Verzonnen Verloskundige", ["geen_bericht"] = "ja", ["verzekeraar"] = "CZ", ["aanbieder"] = programme.Providers[0].Code,
    };

    public static Dictionary<string, object> Decision() => new(StringComparer.Ordinal)
    {
        ["act"] = Guid.CreateVersion7().ToString(), ["pijler"] = "1", ["besluit"] = "toegelaten", ["reden"] = "Verzonnen voor een meting.",
    };

    private static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Word() => string.Concat("T", new string([.. Enumerable.Range(0, 9).Select(_ => Letters[Random.Shared.Next(Letters.Length)])]));
}
