using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads terms, extensions and tariffs of insured kraamzorg (national/kraamzorg.json).</summary>
internal static class KraamzorgFile
{
    public const string Name = "national/kraamzorg.json";

    private static readonly string[] Kinds = ["uur", "partus", "programma"];

    public static KraamzorgRules Read(LocatedObject file) => new(
        file.Text("version"),
        file.Each("terms", Terms),
        file.Each("extensions", Extension),
        file.Each("tariffs", t => new CareTariff((TariffKind)Math.Max(0, Array.IndexOf(Kinds, t.Code("kind", Kinds, "soort tarief"))), t.Period(), t.Money("perHour"), t.Source())))
    {
        Institution = file.Each("institution", i => new InstitutionRate(i.Period(), i.Money("perPersonPerDay"), i.Source())),
    };

    private static Dated<CareTerms> Terms(LocatedObject terms)
    {
        _ = (terms.Source(), terms.MayText("note"));
        return new(terms.Period(), new()
        {
            RegularDays = terms.Whole("regularDays"),
            ExtensionLastDay = terms.Whole("extensionLastDay"),
            PartusUsesIndication = terms.Truth("partusUsesIndication"),
            StayWhenBreastFed = Hours(terms, "stayHoursBreast"),
            StayWhenBottleFed = Hours(terms, "stayHoursBottle"),
        });
    }

    private static ExtensionRule Extension(LocatedObject rule)
    {
        _ = rule.MayText("note");
        return new(rule.TextOrNull("concern"), rule.Period(), Classes(rule), rule.Truth("byMidwife"), rule.Truth("contiguous"), rule.Source());
    }

    private static ClassSet Classes(LocatedObject rule)
    {
        var codes = rule.Text("classes");
        if (ClassCodes.ParseSet(codes) is { } set)
        {
            return set;
        }

        rule.Wrong(rule.Peek("classes")!, $"\"{codes}\" is geen klasse of rij van klassen.", $"Schrijf klassen met een streep ertussen, zoals \"{ClassCodes.SetCode(ClassSet.Vulnerable | ClassSet.VeryVulnerable)}\".");
        return ClassSet.None;
    }

    // Money is hundredths too: hours with two decimals that must be whole quarters.
    private static Quarters Hours(LocatedObject terms, string name)
    {
        var hundredths = terms.Money(name).Value;
        if (Quarters.FromHours(hundredths / 100m) is { } quarters)
        {
            return quarters;
        }

        terms.Wrong(terms.Peek(name)!, $"Bij \"{name}\" staat geen geheel aantal kwartieren.", "Vul uren in, zoals 5.5.");
        return default;
    }
}
