using System.Text.Json;
using Flex.Domain.Tests.House;

namespace Flex.Domain.Tests.Funding;

/// <summary>One case of the table written apart (README.md beside it): a life and what is asked of it. Reads, and decides nothing.</summary>
internal sealed record PayerCase(JsonElement Json)
{
    private static readonly Lazy<IReadOnlyDictionary<string, PayerCase>> Table = new(() =>
        JsonDocument.Parse(Tree.Read("tests/Flex.Domain.Tests/Funding/payer-cases.json")).RootElement.GetProperty("cases").EnumerateArray()
            .Select(c => new PayerCase(c)).ToDictionary(c => c.Id, StringComparer.Ordinal));

    public static IReadOnlyDictionary<string, PayerCase> All => Table.Value;

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The question that leaves it open, or null when it is firm.</summary>
    public string? Question => Json.Text("question");

    public IReadOnlyList<CaseAsk> Asks => [.. Json.GetProperty("ask").EnumerateArray().Select(a => new CaseAsk(a))];

    public JsonElement? Totals => Json.Maybe("totals");

    /// <summary>The life as it was known at an instant; as it ended up when null.</summary>
    public CaseLife Life(DateTimeOffset? asOf = null) => new(Json.GetProperty("life"), asOf);
}

/// <summary>One question about an hour and the answer that is expected.</summary>
internal sealed record CaseAsk(JsonElement Json)
{
    public string Hour => Json.GetProperty("hour").GetString()!;

    public JsonElement Expect => Json.GetProperty("expect");

    public DateTimeOffset? AsOf => Json.Maybe("asOf")?.GetDateTimeOffset();

    public bool Superseded => Expect.Maybe("superseded")?.GetBoolean() ?? false;

    /// <summary>The quarters asked about, counted from 0, of an hour that has so many.</summary>
    public Range Of(int count) => Json.GetProperty("quarter") switch
    {
        { ValueKind: JsonValueKind.Number } number => (number.GetInt32() - 1)..number.GetInt32(),
        var word when word.ValueEquals("first") => ..1,
        var word when word.ValueEquals("last") => (count - 1)..count,
        _ => ..count,
    };

    public override string ToString() => $"{Hour} {Json.GetProperty("quarter")}";
}

/// <summary>Reading JSON in which what is not there and null are alike.</summary>
internal static class CaseJson
{
    public static JsonElement? Maybe(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement of, string name) => of.Maybe(name)?.GetString();

    public static DateOnly Day(this JsonElement of, string name = "from") => DateOnly.ParseExact(of.Text(name)!, "yyyy-MM-dd");

    public static DateOnly? LastDay(this JsonElement of) => of.Maybe("to") is null ? null : of.Day("to");

    public static IReadOnlyList<JsonElement> List(this JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray()];
}
