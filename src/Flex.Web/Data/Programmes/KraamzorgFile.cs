using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads terms, extensions and tariffs of insured kraamzorg (national/kraamzorg.json).</summary>
internal static class KraamzorgFile
{
    public const string Name = "national/kraamzorg.json";

    private static readonly string[] Kinds = ["uur", "partus", "programma"];

    public static KraamzorgRules Read(LocatedObject file, IReadOnlyList<InsurerConcern> concerns) => new(
        file.Text("version"),
        Apart(file, "terms", Terms, t => (t.Period, "")),
        Apart(file, "extensions", rule => Extension(rule, [.. concerns.Select(c => c.Code)]), e => (e.Period, e.Concern)),
        Apart(file, "tariffs", Tariff, t => (t.Period, $"{t.Kind}")))
    {
        Institution = Apart(file, "institution", i => new InstitutionRate(i.Period(), i.Money("perPersonPerDay"), i.Source()), i => (i.Period, "")),
    };

    private static CareTariff Tariff(LocatedObject tariff) =>
        new((TariffKind)Math.Max(0, Array.IndexOf(Kinds, tariff.Code("kind", Kinds, "soort tarief"))), tariff.Period(), tariff.Money("perHour"), tariff.Source());

    // Of one day there is one answer: periods for the same thing do not overlap.
    private static IReadOnlyList<T> Apart<T>(LocatedObject file, string name, Func<LocatedObject, T> read, Func<T, (DateRange Period, string? For)> of)
    {
        var earlier = new List<(DateRange Period, string? For)>();
        return file.Each(name, item =>
        {
            var found = read(item);
            var about = of(found);
            if (earlier.Exists(e => e.For == about.For && e.Period.Overlaps(about.Period)))
            {
                item.Wrong(item.Peek("from") ?? item.Value, "Deze periode overlapt een andere.", "Laat elke periode eindigen op de dag voor de volgende.");
            }

            earlier.Add(about);
            return found;
        });
    }

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

    private static ExtensionRule Extension(LocatedObject rule, string[] concerns)
    {
        _ = rule.MayText("note");
        var all = rule.Peek("concern")?.Kind == LocatedKind.Null;
        return new(all ? null : rule.Code("concern", concerns, "verzekeraarsgroep"), rule.Period(), Classes(rule), rule.Truth("byMidwife"), rule.Truth("contiguous"), rule.Source());
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
