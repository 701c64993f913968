using Flex.Domain.Births;
using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Bench.Data;

/// <summary>A family whose payers are decided.</summary>
internal sealed record PayerFamily(FamilyLife Life, IReadOnlyList<CareContact> Contacts);

/// <summary>Invented families of a usual kind: care on eight to ten days, then one or two contacts a week for half a year; some with what is unusual.</summary>
internal static class PayerFamilies
{
    public static PayerFamily One(int number, Random chance)
    {
        var born = new DateOnly(2021, 11, 1).AddDays(chance.Next(1500));
        var always = new DateRange(new(2020, 1, 1), null);
        bool One(int of) => chance.Next(of) == 0;
        var life = new FamilyLife
        {
            Birth = new("thuis", One(2) ? "borst" : "fles", null, null, [new BornChild(born, new(chance.Next(24), chance.Next(60)), true, null, One(10) ? born.AddDays(12) : null)]),
            Indications = [new(born.AddDays(-60), new(180), IndicatedBy.Intaker, IndicationMethod.Lip), .. One(3) ? [new Indication(born.AddDays(4), new(220), IndicatedBy.Midwife, IndicationMethod.Lip)] : Array.Empty<Indication>()],
            Extensions = One(5) ? [new(new(born.AddDays(10), null), new(80), IndicatedBy.Midwife)] : [],
            Stays = One(5) ? [new(new(born, born.AddDays(2)))] : [],
            Insurers = [new(new(new(2020, 1, 1), new(2023, 12, 31)), new("CZ", "cz")), new(new(new(2024, 1, 1), null), new("VGZ", "vgz"))],
            Municipalities = [new(always, "GM9999")],
            Covers = One(3) ? [new(always, "Aanvullend", new(new Cents(12_500)), new(new(60), 5))] : [],
            Admissions = [new(1, always), new(2, always)],
            Classes = [new(always, One(3) ? ClassSet.VeryVulnerable : ClassSet.Vulnerable)],
        };
        return new(life, [.. Days(chance).Select((day, i) => new CareContact(Identity(number, i), Amsterdam.FirstOf(born.AddDays(day)).Plus(32 + chance.Next(12)), new(day < 10 ? 12 + chance.Next(20) : 8 + chance.Next(8))))]);
    }

    private static IEnumerable<int> Days(Random chance)
    {
        foreach (var day in Enumerable.Range(0, 8 + chance.Next(3)))
        {
            yield return day;
        }

        for (var day = 10 + chance.Next(4); day < 175; day += 4 + chance.Next(10))
        {
            yield return day;
        }
    }

    private static Guid Identity(int family, int contact) => new(family, (short)contact, 0, [1, 2, 3, 4, 5, 6, 7, 8]);
}
