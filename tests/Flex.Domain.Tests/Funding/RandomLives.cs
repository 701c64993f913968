using Flex.Domain.Births;
using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;
using FsCheck;
using FsCheck.Fluent;
using static Flex.Domain.Tests.Funding.ALife;

namespace Flex.Domain.Tests.Funding;

/// <summary>A family's life with the contacts that arrived, made by chance from a seed; dates lie around a change of year, of the law and of the clock.</summary>
internal sealed record RandomLife(int Seed, FamilyLife Life, IReadOnlyList<CareContact> Contacts)
{
    public override string ToString() => $"life of seed {Seed}, {Contacts.Count} contacts";

    public static Arbitrary<RandomLife> Any() => Gen.Choose(0, int.MaxValue - 1).Select(Of).ToArbitrary();

    public static RandomLife Of(int seed)
    {
        var chance = new Random(seed);
        var born = new DateOnly(2023, 2, 1).AddDays(chance.Next(1000));
        return new(seed, MadeLife(chance, born), MadeContacts(chance, born));
    }

    /// <summary>One more contact of the same family.</summary>
    public CareContact Another(Random chance) => Contact(chance, Life.Birth!.BornOn, 1_000_000 + chance.Next(1000));

    private static FamilyLife MadeLife(Random chance, DateOnly born)
    {
        DateOnly Near() => born.AddDays(chance.Next(-20, 200));
        DateRange Some() => Near() is var day && chance.Next(2) == 0 ? new(day, null) : new(day, day.AddDays(chance.Next(100)));
        bool One(int of) => chance.Next(of) == 0;
        Quarters Amount(int hours) => new(chance.Next(hours * 4));
        return new()
        {
            Birth = new("thuis", One(2) ? "borst" : "fles", null, null,
                [.. Enumerable.Range(0, One(8) ? 2 : 1).Select(i => new BornChild(born.AddDays(i), One(2) ? new(chance.Next(24), chance.Next(60)) : null, !One(8), null, One(3) ? born.AddDays(chance.Next(30)) : null))]),
            Indications = [.. Enumerable.Range(0, chance.Next(4)).Select(i => new Indication(born.AddDays(i == 0 ? -50 : chance.Next(-5, 12)), Amount(60), (IndicatedBy)chance.Next(4), IndicationMethod.Lip, Id($"{chance.Next()}")))],
            Extensions = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => new ExtensionIndication(new(born.AddDays(chance.Next(8, 20)), null), Amount(40), (IndicatedBy)chance.Next(1, 3), Id($"{chance.Next()}")))],
            Stays = One(3) ? [new(new(born, born.AddDays(chance.Next(6))))] : [],
            Insurers = [new(new(new(2020, 1, 1), new(2023, 12, 31)), new("Een", "een")), new(new(new(2024, 1, 1), null), One(2) ? new("Spreidt", "spreidt") : One(4) ? new("Niet verzekerd", "niet-verzekerd") : new("Een", "een"))],
            Municipalities = [new(new(new(2020, 1, 1), born.AddDays(60)), "GM0001"), new(new(born.AddDays(61), null), "GM0002")],
            Covers = [.. Enumerable.Range(0, chance.Next(3)).Select(i => new SupplementaryCover(Some(), $"Polis {i}", One(2) ? new(One(2) ? new Cents(chance.Next(20_000)) : null) : null, One(2) ? new(Amount(20), One(2) ? chance.Next(6) : null) : null))],
            Admissions = [.. Enumerable.Range(1, 2).Where(_ => !One(4)).Select(p => new Admission(p, Some()))],
            Classes = [new(new(born.AddDays(-100), null), One(2) ? ClassSet.VeryVulnerable : ClassSet.Vulnerable)],
            EndedOn = One(5) ? Near() : null,
        };
    }

    private static IReadOnlyList<CareContact> MadeContacts(Random chance, DateOnly born)
    {
        var contacts = new List<CareContact>();
        for (var i = 0; i < 40; i++)
        {
            var contact = Contact(chance, born, i);
            contacts.Add(chance.Next(8) == 0 && contacts.Count > 0 ? contact with { Replaces = contacts[chance.Next(contacts.Count)].Id } : contact);
        }

        return contacts;
    }

    // Mostly in the first six weeks, day and night, now and then at the same time as a colleague.
    private static CareContact Contact(Random chance, DateOnly born, int number) => new(
        Id($"{number} {chance.Next()}"),
        Amsterdam.FirstOf(born.AddDays(chance.Next(3) == 0 ? chance.Next(-1, 200) : chance.Next(0, 16))).Plus(chance.Next(96)),
        new(chance.Next(1, 40)),
        chance.Next(6) == 0 ? (CareSetting)chance.Next(4) : CareSetting.AtHome);
}
