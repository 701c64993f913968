using System.Text.Json;
using Flex.Domain.Births;
using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Tests.Funding;

/// <summary>Turns the facts of a case into those of the payer, one to one. It holds no rule: what was not known yet at an instant is left out, and nothing is worked out.</summary>
internal sealed class CaseLife(JsonElement json, DateTimeOffset? asOf)
{
    // Where a case states no maximum.
    private static readonly Quarters Boundless = new(int.MaxValue);

    private IEnumerable<JsonElement> Events => json.List("events").Where(e => Known(e, "at"));

    private JsonElement Birth => Events.Where(e => e.Text("type") == "birth-correction").Select(e => e.GetProperty("birth")).Prepend(json.GetProperty("birth")).Last();

    private JsonElement Insurers => Events.Where(e => e.Text("type") == "insurer-correction").Select(e => e.GetProperty("insurer")).Prepend(json.GetProperty("insurer")).Last();

    public FamilyLife Facts() => new()
    {
        Birth = new("thuis", json.List("indications").Any(i => i.Text("feeding") == "breast") ? "borst" : "fles", null, null, [.. Birth.EnumerateArray().Select(Child)]),
        Indications = [.. json.List("indications").Where(i => Known(i, "registeredAt")).Select((i, n) => new Indication(i.Day(), Hours(i.GetProperty("hours")), CaseWords.By(i), Enum.Parse<IndicationMethod>(i.Text("method")!, ignoreCase: true), Numbered(n)))],
        Extensions = [.. json.List("extensionIndication").Select((e, n) => new ExtensionIndication(new(e.Day(), null), e.Maybe("hours") is { } hours ? Hours(hours) : Boundless, CaseWords.By(e), Numbered(n)))],
        Stays = [.. json.List("hospitalStays").Select(s => new HospitalStay(new(s.Day(), s.Maybe("hospitalDays") is { } days ? s.Day().AddDays(days.GetInt32() - 1) : s.LastDay())))],
        Insurers = [.. Insurers.EnumerateArray().Select(i => new Dated<InsuredWith>(Period(i), new(i.Text("name")!, i.Text("name")!)))],
        Municipalities = [.. json.List("municipality").Select(m => new Dated<string>(Period(m), m.Text("name")!))],
        Covers = [.. json.List("supplementary").Select(Cover)],
        Admissions = [.. Admissions(1), .. Admissions(2)],
        Classes = [.. FromUntilNext(json.List("vulnerability")).Select(v => new Dated<ClassSet>(v.Period, CaseWords.Classes[v.Json.Text("class")!]))],
        EndedOn = json.Maybe("dossierEnded")?.Day("on"),
    };

    public FundingRules Rules() => new("tabel", [.. json.GetProperty("contributionPerHourCents").EnumerateObject().Select(y => ALife.Year(int.Parse(y.Name), y.Value.GetInt64()))])
    {
        Extensions = [.. json.List("extensionRules").GroupBy(r => r.Text("insurer")).SelectMany(g => FromUntilNext([.. g])).Select(r => new ExtensionRule(
            r.Json.Text("insurer"), r.Period, r.Json.List("classes").Aggregate(ClassSet.None, (all, c) => all | CaseWords.Classes[c.GetString()!]),
            r.Json.GetProperty("needsMidwifeIndication").GetBoolean(), r.Json.GetProperty("contiguous").GetBoolean(), "tabel"))],
    };

    /// <summary>The hours that had arrived, with the corrections of them, in order of arrival.</summary>
    public IReadOnlyList<CareContact> Contacts() =>
    [
        .. json.List("hours").Where(h => Known(h, h.Maybe("registeredAt") is null ? "end" : "registeredAt")).Select(h => Contact(h, null)),
        .. Events.Where(e => e.Text("type") == "correction").Select(e => e.Maybe("by") is { } by
            ? Contact(by, e.Text("replaces"))
            : new CareContact(Id($"weg {e.Text("replaces")}"), new(0), default, CareSetting.AtHome, Id(e.Text("replaces")!))),
    ];

    /// <summary>The hour of this id, whether it still stands or not.</summary>
    public CareContact Hour(string id) => Contact(json.List("hours").Concat(json.List("events").Select(e => e.Maybe("by")).OfType<JsonElement>()).Single(h => h.Text("id") == id), null);

    // Later made is greater: first the hours in their order, then the corrections in theirs.
    private Guid Id(string id) => Numbered(json.List("hours").Select(h => h.Text("id"))
        .Concat(json.List("events").Select(e => e.Maybe("by")?.Text("id") ?? $"weg {e.Text("replaces")}")).ToList().IndexOf(id) + 1);

    private CareContact Contact(JsonElement hour, string? replaces)
    {
        var (from, until) = (Quarter(hour, "start"), Quarter(hour, "end"));
        return new(Id(hour.Text("id")!), from, new(until.Index - from.Index), CaseWords.SettingOf(hour), replaces is null ? null : Id(replaces));
    }

    private static QuarterHour Quarter(JsonElement hour, string name) =>
        QuarterHour.Beginning(hour.GetProperty(name).GetDateTimeOffset()) ?? throw new NotSupportedException($"{hour.Text(name)} is no quarter of the clock.");

    private BornChild Child(JsonElement child, int number)
    {
        var at = TimeZoneInfo.ConvertTime(child.GetProperty("at").GetDateTimeOffset(), Amsterdam.Zone).DateTime;
        var home = json.Maybe("babyHome") is not { } homes ? null : homes.ValueKind == JsonValueKind.Array ? homes[number].GetString() : homes.GetString();
        return new(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), !(child.Maybe("stillborn")?.GetBoolean() ?? false), null, home is null ? null : DateOnly.Parse(home));
    }

    private static SupplementaryCover Cover(JsonElement cover, int number) => new(
        Period(cover), $"polis {number}",
        cover.GetProperty("coversContribution").GetBoolean() ? new(cover.Maybe("contributionMaxCents") is { } most ? new Cents(most.GetInt64()) : null) : null,
        cover.GetProperty("coversLateStart").GetBoolean() ? new(cover.Maybe("maxHours") is { } hours ? Hours(hours) : Boundless, null) : null);

    private IEnumerable<Admission> Admissions(int pillar) =>
        json.GetProperty("admitted").List($"pillar{pillar}").Where(a => Known(a, "decidedAt")).Select(a => new Admission(pillar, Period(a)));

    private bool Known(JsonElement fact, string name) => asOf is not { } instant || fact.Maybe(name) is not { } at || at.GetDateTimeOffset() <= instant;

    private static IEnumerable<(DateRange Period, JsonElement Json)> FromUntilNext(IReadOnlyList<JsonElement> list) =>
        list.Select((one, i) => (new DateRange(one.Day(), i + 1 < list.Count ? list[i + 1].Day().AddDays(-1) : null), one));

    private static DateRange Period(JsonElement of) => new(of.Day(), of.LastDay());

    private static Quarters Hours(JsonElement hours) => ALife.Hours(hours.GetDecimal());

    private static Guid Numbered(int number) => new(number, 0, 0, new byte[8]);
}
