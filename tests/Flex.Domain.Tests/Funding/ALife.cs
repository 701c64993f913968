using Flex.Domain.Births;
using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Tests.Funding;

/// <summary>Families as the tests of who pays speak of them: born in March 2024 in a pilot-like programme, 45 hours indicated, admitted to both pillars.</summary>
internal static class ALife
{
    public static readonly DateOnly Born = new(2024, 3, 5);

    public static readonly FundingRules Rules = new("proef", [Year(2021, 460), Year(2022, 470), Year(2023, 480), Year(2024, 510), Year(2025, 540), Year(2026, 570)])
    {
        Extensions =
        [
            new(null, new(new(2024, 1, 1), null), ClassSet.VeryVulnerable, ByMidwife: true, Contiguous: true, "test"),
            new("spreidt", new(new(2024, 1, 1), null), ClassSet.Vulnerable | ClassSet.VeryVulnerable, ByMidwife: true, Contiguous: false, "test"),
        ],
    };

    public static FamilyLife BornOn(DateOnly day, params BornChild[] more) => new()
    {
        Birth = new("thuis", "fles", null, null, [new(day, null, true, null, null), .. more]),
        Indications = [new(day.AddDays(-60), Hours(45), IndicatedBy.Intaker, IndicationMethod.Lip)],
        Insurers = [new(new(new(2020, 1, 1), null), new("Een", "een"))],
        Municipalities = [new(new(new(2020, 1, 1), null), "GM9999")],
        Admissions = [new(1, new(new(2020, 1, 1), null)), new(2, new(new(2020, 1, 1), null))],
        Classes = [new(new(new(2020, 1, 1), null), ClassSet.VeryVulnerable)],
    };

    public static FamilyLife Usual => BornOn(Born);

    public static FamilyLife Indicated(this FamilyLife life, int hours) => life with { Indications = [life.Indications[0] with { Hours = Hours(hours) }] };

    public static FamilyLife Extended(this FamilyLife life, int hours = 20, IndicatedBy by = IndicatedBy.Midwife) =>
        life with { Extensions = [new(new(BirthDays.Day(life.Birth!.BornOn, 11), null), Hours(hours), by)] };

    public static FamilyLife OnlyIn(this FamilyLife life, params int[] pillars) => life with { Admissions = [.. pillars.Select(p => new Admission(p, new(new(2020, 1, 1), null)))] };

    public static FamilyLife Child(this FamilyLife life, BornChild child) => life with { Birth = life.Birth! with { Children = [child] } };

    public static Quarters Hours(decimal hours) => Quarters.FromHours(hours)!.Value;

    /// <summary>Care at a day of the lying-in, from a time of the clock, at most to midnight.</summary>
    public static CareContact Care(this FamilyLife life, int number, decimal hours, string from = "09:00", CareSetting setting = CareSetting.AtHome) =>
        On(BirthDays.Day(life.Birth?.BornOn ?? Born, number), hours, from, setting);

    public static CareContact On(DateOnly day, decimal hours, string from = "09:00", CareSetting setting = CareSetting.AtHome) =>
        new(Id($"{day:O} {from}"), QuarterHour.Beginning(Amsterdam.At(day, TimeOnly.Parse(from))[0])!.Value, Hours(hours), setting);

    /// <summary>Care of some hours on each of these days.</summary>
    public static IEnumerable<CareContact> Each(this FamilyLife life, Range days, decimal hours) => Enumerable.Range(days.Start.Value, days.End.Value - days.Start.Value + 1).Select(d => life.Care(d, hours));

    public static PayerDecision Decided(this FamilyLife life, params IEnumerable<CareContact> contacts) => Payer.Decide(life, contacts, Rules);

    public static PayerOutcome Outcome(this FamilyLife life, CareContact asked, params IEnumerable<CareContact> others) =>
        Assert1(life.Decided([asked, .. others]).Lines.Where(l => l.Contact == asked.Id)).Outcome;

    public static OwnContributionRate Year(int year, long cents) => new(new(new(year, 1, 1), new(year, 12, 31)), new(cents), "verified", "test");

    public static Guid Id(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static PayerLine Assert1(IEnumerable<PayerLine> lines) => Xunit.Assert.Single(lines);
}
