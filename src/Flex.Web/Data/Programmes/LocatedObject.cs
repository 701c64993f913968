using System.Globalization;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads one JSON object field by field. What is missing, of another type or left over becomes a finding; reading goes on with an empty value.</summary>
internal sealed class LocatedObject(Located value, string file, Findings findings)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public Located Value => value;

    public IReadOnlyList<LocatedMember> Members => value.Members;

    public void Wrong(Located at, string problem, string whatToDo) => findings.Add(file, at.Line, at.Column, problem, whatToDo);

    public string Text(string name) => Need(name, LocatedKind.Text, "een tekst tussen aanhalingstekens") is { } found ? Filled(name, found) : "";

    /// <summary>A field that must be there, but may be null: not knowing is said, not left out.</summary>
    public string? TextOrNull(string name) => IsNull(name) ? null : Text(name);

    /// <summary>A field that may be left out.</summary>
    public string? MayText(string name) => Has(name) ? Text(name) : null;

    public string Source() => Has("source") && Peek("source") is { Kind: LocatedKind.Text, Text.Length: > 0 } ? Text("source") : NoSource();

    public bool Truth(string name) => Need(name, LocatedKind.Truth, "true of false")?.Text == "true";

    /// <summary>True or false; false when it is left out.</summary>
    public bool MayTruth(string name) => Has(name) && Truth(name);

    public int Whole(string name) => Parsed(name, "een geheel getal van 0 of meer", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);

    public int? WholeOrNull(string name) => IsNull(name) ? null : Whole(name);

    public int? MayWhole(string name) => Has(name) ? WholeOrNull(name) : null;

    public Cents Money(string name) => Parsed(name, "een bedrag in euro met hooguit twee decimalen, zoals 4.60", Cents);

    public DateOnly Day(string name) =>
        Need(name, LocatedKind.Text, "een datum zoals \"2021-11-01\"") is not { } found ? default
        : DateOnly.TryParseExact(found.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Instead(found, name, "een bestaande datum zoals \"2021-11-01\"", default(DateOnly));

    public DateOnly? DayOrNull(string name) => IsNull(name) ? null : Day(name);

    /// <summary>The fields from and until; until may be null for an open end.</summary>
    public DateRange Period()
    {
        var (first, last) = (Day("from"), DayOrNull("until"));
        if (last < first)
        {
            Wrong(Peek("until")!, "De periode eindigt voordat zij begint.", "Zet in until een dag op of na from.");
            return new DateRange(first, null);
        }

        return new DateRange(first, last);
    }

    public LocatedObject? Object(string name) => Need(name, LocatedKind.Object, "een blok tussen { en }") is { } found ? new LocatedObject(found, file, findings) : null;

    /// <summary>An object that may be left out.</summary>
    public LocatedObject? MayObject(string name) => Has(name) ? Object(name) : null;

    public LocatedObject? ObjectOrNull(string name) => IsNull(name) ? null : Object(name);

    public IReadOnlyList<T> Each<T>(string name, Func<LocatedObject, T> read) =>
        [.. Items(name, LocatedKind.Object, "een blok tussen { en }").Select(item => Whole(new LocatedObject(item, file, findings), read))];

    public IReadOnlyList<Located> Texts(string name) => [.. Items(name, LocatedKind.Text, "een tekst tussen aanhalingstekens")];

    /// <summary>Reads an object with <paramref name="read"/> and reports the fields that nobody asked for.</summary>
    public static T Whole<T>(LocatedObject item, Func<LocatedObject, T> read)
    {
        var result = read(item);
        foreach (var left in item.Members.Where(m => !item.asked.Contains(m.Name)))
        {
            item.Wrong(left.Value with { Line = left.Line, Column = left.Column }, $"\"{left.Name}\" is hier geen bekend veld.", $"Haal het weg, of schrijf het als een van: {string.Join(", ", item.asked.Order(StringComparer.Ordinal))}.");
        }

        return result;
    }

    public Located? Peek(string name)
    {
        asked.Add(name);
        return value.Members.Find(m => m.Name == name)?.Value;
    }

    private bool Has(string name) => Peek(name) is not null;

    private bool IsNull(string name) => Peek(name)?.Kind == LocatedKind.Null;

    private Located? Need(string name, LocatedKind kind, string words)
    {
        if (Peek(name) is not { } found)
        {
            Wrong(value, $"Het veld \"{name}\" ontbreekt.", $"Voeg \"{name}\" toe: {words}.");
            return null;
        }

        return found.Kind == kind ? found : Instead<Located?>(found, name, words, null);
    }

    private IEnumerable<Located> Items(string name, LocatedKind kind, string words) =>
        (Need(name, LocatedKind.List, "een lijst tussen [ en ]")?.Items ?? []).Where(item => item.Kind == kind || Instead(item, name, words, false));

    private T Parsed<T>(string name, string words, Func<string, T?> parse)
        where T : struct => Need(name, LocatedKind.Number, words) is not { } found ? default : parse(found.Text) ?? Instead(found, name, words, default(T));

    private T Instead<T>(Located found, string name, string words, T result)
    {
        Wrong(found, $"Bij \"{name}\" staat iets anders dan verwacht.", $"Vul in: {words}.");
        return result;
    }

    private string Filled(string name, Located found) =>
        string.IsNullOrWhiteSpace(found.Text) ? Instead(found, name, "een tekst die niet leeg is", "") : found.Text;

    private string NoSource()
    {
        Wrong(Peek("source") ?? value, "De bron ontbreekt.", "Schrijf in \"source\" waar dit vandaan komt; verzin niets.");
        return "";
    }

    private static Cents? Cents(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euro) && euro < 10_000_000 && euro * 100 % 1 == 0 ? new Cents((long)(euro * 100)) : null;
}
