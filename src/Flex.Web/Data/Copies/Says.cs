using System.Globalization;
using System.Text.Json;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Copies;

/// <summary>How stored values are said on paper.</summary>
internal static class Says
{
    public static string? Text(JsonElement value, JsonElement row, CopyWords words) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();

    public static string? Day(JsonElement value, JsonElement row, CopyWords words) => value.ValueKind == JsonValueKind.Null ? null : Dutch.Day(DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture));

    public static string? Moment(JsonElement value, JsonElement row, CopyWords words) =>
        value.ValueKind == JsonValueKind.Null ? null : ProgrammeClock.InAmsterdam(value.GetDateTimeOffset()).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    public static string? YesNo(JsonElement value, JsonElement row, CopyWords words) => value.ValueKind switch { JsonValueKind.True => "ja", JsonValueKind.False => "nee", _ => null };

    public static string? Time(JsonElement value, JsonElement row, CopyWords words) => value.ValueKind == JsonValueKind.Null ? null : value.GetString()![..5];

    public static string? Hours(JsonElement value, JsonElement row, CopyWords words) => value.ValueKind == JsonValueKind.Null ? null : Dutch.Hours(new Quarters(value.GetInt32())) + " uur";

    public static string? Amount(JsonElement value, JsonElement row, CopyWords words) => value.ValueKind == JsonValueKind.Null ? null : Dutch.Amount(new Cents(value.GetInt64()));

    public static string? Pillar(JsonElement value, JsonElement row, CopyWords words) => words.Names.Pillar(value.GetInt32());

    public static string? Pillars(JsonElement value, JsonElement row, CopyWords words) => string.Join("; ", value.EnumerateArray().Select(v => words.Names.Pillar(v.GetInt32())));

    public static string? Municipality(JsonElement value, JsonElement row, CopyWords words) => value.GetString() is { } code ? words.Names.Municipality(code) : null;

    public static string? Provider(JsonElement value, JsonElement row, CopyWords words) => value.GetString() is { } code ? words.Names.Provider(code) : null;

    public static string? Organisation(JsonElement value, JsonElement row, CopyWords words) => value.GetString() is { } code ? words.Organisation(code) : null;

    /// <summary>A period; the last day is open while it holds.</summary>
    public static string? Period(JsonElement value, JsonElement row, CopyWords words) =>
        $"vanaf {Day(value.GetProperty("van"), row, words)}{(Day(value.GetProperty("tot_en_met"), row, words) is { } last ? $" tot en met {last}" : "")}";

    /// <summary>A code by its words; one that the list does not have stays as it is.</summary>
    public static Say Of(IReadOnlyList<AnswerOption> list) => (value, _, _) => value.GetString() is { } code ? Word(list, code) : null;

    /// <summary>Codes by their words.</summary>
    public static Say All(IReadOnlyList<AnswerOption> list) => (value, _, _) => value.GetArrayLength() == 0 ? null : string.Join(", ", value.EnumerateArray().Select(v => Word(list, v.GetString()!)));

    /// <summary>The name of who asked, said where a row is shown to who asked in the same capacity.</summary>
    public static string? Asker(JsonElement value, JsonElement row, CopyWords words) => row.GetProperty("capacity").GetString() == words.Asker ? value.GetString() : null;

    /// <summary>Whether one of these columns holds something.</summary>
    public static bool Any(JsonElement row, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (row.GetProperty(column).ValueKind != JsonValueKind.Null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Word(IReadOnlyList<AnswerOption> list, string code) => list.FirstOrDefault(o => o.Code == code)?.Label ?? code;
}
