using System.Globalization;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>Reads the text of named fields and collects every problem, so that a person hears all of them at once.</summary>
/// <param name="field">The text of a field, or null when it was not given.</param>
/// <param name="today">The programme's day: nothing may lie after it that cannot be in the future.</param>
public sealed class FieldReader(Func<string, string?> field, DateOnly today)
{
    /// <summary>The field that confirms doubtful answers.</summary>
    public const string Confirmed = "klopt";

    private const int LongestLine = 200;
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"];
    private readonly List<Problem> problems = [];

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Today in the programme.</summary>
    public DateOnly Today => today;

    /// <summary>Whether a closed list is named by its codes, as who writes a file or JSON must; a page shows the words.</summary>
    public bool NamesCodes { get; init; }

    /// <summary>Whether somebody fills this in and can be asked back; a file row, which has no channel, cannot.</summary>
    public bool IsForm => Text("kanaal") is not null || Text(ReceiptText.RecordedForOther) is not null;

    /// <summary>The trimmed text of a field, or null when it is empty.</summary>
    public string? Text(string name) => field(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Notes what is wrong; a text that holds a BSN is never repeated.</summary>
    public void Wrong(string name, string message, bool repeat = true) => problems.Add(new(name, repeat && !Bsn.In(Text(name)) ? Shorten(Text(name)) : null, message));

    /// <summary>Refuses a BSN in a field that is kept as text.</summary>
    public void WithoutBsn(string name)
    {
        if (Bsn.In(Text(name)))
        {
            Wrong(name, Bsn.Misplaced, repeat: false);
        }
    }

    /// <summary>Asks about what is unlikely and not impossible; silent once field klopt names this field with this very text.</summary>
    public void Doubt(string name, bool unlikely, string question)
    {
        if (unlikely && !(Text(Confirmed) ?? "").Split('|').Contains(Confirmation(name, Text(name))))
        {
            problems.Add(new(name, Shorten(Text(name)), question) { Asks = true });
        }
    }

    /// <summary>How a doubtful answer is confirmed: the field with its text, so that another answer is asked about again.</summary>
    public static string Confirmation(string name, string? text) => $"{name}={text?.Trim()}";

    /// <summary>A box: ticked with ja. Another word is a problem and neither (null).</summary>
    public bool? Ticked(string name)
    {
        if (Text(name) is not { } text)
        {
            return false;
        }

        if (string.Equals(text, "ja", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        Wrong(name, "Dit antwoord kennen we niet. Vul ja in, of laat dit leeg.");
        return null;
    }

    /// <summary>One line of text that may be empty.</summary>
    public string? Short(string name, int longest)
    {
        WithoutBsn(name);
        if (Text(name)?.Length > longest)
        {
            Wrong(name, $"Dit is te lang: gebruik ten hoogste {longest} tekens.");
        }

        return Text(name);
    }

    /// <summary>Codes of a closed list with | between, in the order of the list.</summary>
    public IReadOnlyList<string> Codes(string name, IReadOnlyList<AnswerOption> options)
    {
        var said = (Text(name) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (said.Any(s => options.All(o => o.Code != s)))
        {
            Wrong(name, "Dit antwoord kennen we niet. Kies uit: " + Offered(options) + ".");
        }

        return [.. options.Select(o => o.Code).Where(c => said.Contains(c))];
    }

    /// <summary>One line of text that must be there; empty after a problem.</summary>
    public string Line(string name, string whenEmpty)
    {
        var text = Text(name);
        WithoutBsn(name);
        if (text is null)
        {
            Wrong(name, whenEmpty);
        }
        else if (text.Length > LongestLine)
        {
            Wrong(name, $"Dit is te lang: gebruik ten hoogste {LongestLine} tekens.");
        }

        return text ?? "";
    }

    /// <summary>A longer text that may be empty.</summary>
    public string? Note(string name, int longest)
    {
        var text = Text(name);
        WithoutBsn(name);
        if (text?.Length > longest)
        {
            Wrong(name, $"Deze tekst is te lang ({Dutch.Number(text.Length)} tekens): gebruik er ten hoogste {Dutch.Number(longest)}.");
            return null;
        }

        return text;
    }

    /// <summary>A day, or null when empty or wrong; <paramref name="future"/> says whether it may lie after today.</summary>
    public DateOnly? Day(string name, bool future)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DayOf(text) is not { } day)
        {
            Wrong(name, $"Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld {Dutch.Day(today)}.");
            return null;
        }

        if (!future && day > today)
        {
            Wrong(name, "Deze datum ligt in de toekomst. Kijk de datum na.");
            return null;
        }

        return day;
    }

    /// <summary>A day that must be there.</summary>
    public DateOnly RequiredDay(string name, bool future, string whenEmpty)
    {
        if (Text(name) is null)
        {
            Wrong(name, whenEmpty);
        }

        return Day(name, future) ?? DateOnly.MinValue;
    }

    /// <summary>One code of a closed list; <paramref name="whenEmpty"/> stands in when the field is empty, a null means that it must be answered.</summary>
    public string Code(string name, IReadOnlyList<AnswerOption> options, string? whenEmpty)
    {
        var text = Text(name);
        if (text is null && whenEmpty is not null)
        {
            return whenEmpty;
        }

        if (text is not null && options.FirstOrDefault(o => string.Equals(o.Code, text, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found.Code;
        }

        Wrong(name, (text is null ? "Dit is nog niet ingevuld. Kies uit: " : "Dit antwoord kennen we niet. Kies uit: ") + Offered(options) + ".");
        return "";
    }

    /// <summary>A day as people write it, or null: 31-12-2026, 31/12/2026, 31.12.2026 or 2026-12-31.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    private string Offered(IReadOnlyList<AnswerOption> options) => string.Join(", ", options.Select(o => NamesCodes ? o.Code : o.Label));

    private static string? Shorten(string? text) => text?.Length > LongestLine ? text[..LongestLine] + "…" : text;
}
