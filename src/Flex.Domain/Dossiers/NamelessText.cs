using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>Looks in running text for what tells who a family is, for text that somebody without a dossier will read.</summary>
public static partial class NamelessText
{
    /// <summary>What stands where a name was struck.</summary>
    public const string Struck = "[naam]";

    // Parts of a name, and words that begin as a name does, that tell nobody who it is.
    private static readonly HashSet<string> Everyday =
    [
        "van", "der", "den", "ter", "ten", "het", "aan", "bij", "uit", "over", "voor", "onder", "von", "del", "dos", "los", "las", "een", "door", "tot", "met",
        "de", "la", "le", "el", "al", "te", "in", "op", "da", "do", "du", "di", "st", "en", "is", "zij", "haar", "wij", "nu", "ook", "om", "er", "als", "dan", "dat", "die", "ze", "we",
        "januari", "juni", "juli", "moeder", "vader", "ouders", "partner", "zus", "zuster", "broer", "familie", "gezin", "mevrouw", "meneer", "baby", "kind",
        "verloskundige", "verloskundigen", "verloskundigenpraktijk", "praktijk", "huisarts", "kraamverzorgende", "kraamzorg", "jeugdarts", "mentor", "curator",
    ];

    /// <summary>What was found, in Dutch, or null when nothing was: the mother's name, another name of the application, a postcode, a number or date, an e-mail address.</summary>
    /// <param name="others">Who decides with her, who applied; null where nobody is named.</param>
    public static string? Identifies(string text, string mother, params IEnumerable<string?> others) =>
        Names(text, [mother]) ? "de naam van de moeder"
        : Names(text, others) ? "een naam uit de aanmelding"
        : Postcode().IsMatch(text) ? "een postcode"
        : Mail().IsMatch(text) ? "een e-mailadres"
        : Bsn.In(text) || Number().IsMatch(text) ? "een telefoonnummer, een ander lang nummer of een datum"
        : null;

    // "Annas" and "Bergs" tell as much as the name; of a short name only the genitive, because many words begin as it does.
    private static bool Names(string text, IEnumerable<string?> names)
    {
        var parts = names.SelectMany(n => Words(n ?? "")).Where(p => p.Length > 1 && !Everyday.Contains(p)).ToHashSet(StringComparer.Ordinal);
        return Words(text).Where(w => !Everyday.Contains(w)).Any(w => parts.Any(p => p.Length > 3 ? w.StartsWith(p, StringComparison.Ordinal) : w == p || w == p + "s"));
    }

    /// <summary>The text with the names struck that follow a form of address: "mevrouw Jansen" becomes "mevrouw [naam]".</summary>
    public static string Strike(string text) => Addressed().Replace(text, m => m.Groups["before"].Value + Struck);

    // Letters without accents, in lower case.
    private static IEnumerable<string> Words(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            letters.Append(char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{3}(\s?[A-Z]{2}|[a-z]{2})(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\S@\S", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"[0-9]([ ./-]?[0-9]){5,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?<before>([Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Dd]e heer|[Dd]hr\.?|[Ff]amilie|[Ff]am\.?|[Bb]aby|[Dd]okter|[Dd]r\.?|[Dd]rs\.?)\s+)((van|de|der|den|ter|ten|het|el|al|[A-Z]\.)\s*)*\p{Lu}[\p{L}'-]+([ -]\p{Lu}[\p{L}'-]+)*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addressed();
}
