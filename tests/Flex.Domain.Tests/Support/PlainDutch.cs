using System.Text.Json;
using System.Text.RegularExpressions;
using Flex.Domain.Tests.House;

namespace Flex.Domain.Tests.Support;

/// <summary>What a text for a family must be: B1 by length of sentences and words, and without the words of professionals.</summary>
internal static partial class PlainDutch
{
    private const double Average = 15;
    private const int LongestSentence = 20;
    private const int LongestWord = 18;

    // What a class or a judgement of a family would give away, in any form of the word.
    private static readonly string[] Judging =
    [
        "kwetsba", "zelfredza", "potentieel", "risico", "urgent", "beschermend", "toereikend", "factor", "klasse", "weging", "gewogen", "problem", "achterstand",
        "probleemgezin", "moeilijke situatie", "zorgelijk", "doelgroep", "diagnose", "beperking", "verslav", "geweld", "psych", "schuld", "armoede",
    ];

    // Words of professionals and of letters of offices, with what stands in their place in a common list of plain words.
    private static readonly string[] Jargon =
    [
        "indicatie", "indicer", "criteri", "conform", "middels", "ingevolge", "krachtens", "derhalve", "teneinde", "hieromtrent", "betreffende", "dienaangaande", "desbetreffend",
        "alsmede", "aangaande", "inzake", "jegens", "mits", "tenzij", "indien", "dient u", "gelieve", "verzoeken wij", "bovengenoemd", "onderstaand", "voornoemd", "genoemde",
        "toekenn", "toegekend", "afgewezen", "afwijz", "besluitvorming", "beschikking", "bezwaar", "honoreren", "in aanmerking", "voorwaarde", "participatie", "deelname",
        "proeftuin", "pijler", "pilot", "traject", "interventie", "client", "cliënt", "casus", "dossier", "intake", "evaluatie", "capaciteit", "beschikbaarheid", "financi",
        "kwijtscheld", "vergoed", "overbrug", "flexibel", "maatwerk", "ondersteuning op maat", "functionaris", "contacteren", "telefonisch", "schriftelijk", "daadwerkelijk", "momenteel",
        "thans", "reeds", "echter", "tevens", "wegens", "vanwege", "ten behoeve", "met betrekking tot", "ten aanzien van", "in verband met", "op grond van",
    ];

    /// <summary>The labels of every factor and sub-factor, as the national list has them.</summary>
    public static IReadOnlyList<string> FactorLabels { get; } =
        [.. JsonDocument.Parse(Tree.Read("programmes/national/factors/1.json")).RootElement.GetProperty("factors").EnumerateArray().Select(f => f.GetProperty("label").GetString()!)];

    /// <summary>Everything that is not plain in a text; the names of persons are <paramref name="names"/> and left out of it.</summary>
    public static IReadOnlyList<string> Faults(string text, params IEnumerable<string> names)
    {
        var own = names.Aggregate(text, (t, name) => t.Replace(name, "Naam", StringComparison.Ordinal));
        var lengths = Sentence().Matches(own).Select(s => Word().Count(s.Value)).ToList();
        var forbidden = FactorLabels.Concat(Judging).Concat(Jargon).Where(w => own.Contains(w, StringComparison.OrdinalIgnoreCase));
        return
        [
            .. forbidden.Select(w => $"says “{w}”"),
            .. lengths.Count > 0 && lengths.Average() <= Average ? Array.Empty<string>() : [$"has sentences of {lengths.DefaultIfEmpty().Average():0.0} words on average"],
            .. lengths.Where(n => n > LongestSentence).Select(n => $"has a sentence of {n} words"),
            .. Word().Matches(own).Where(w => w.Length > LongestWord).Select(w => $"has the long word “{w.Value}”"),
        ];
    }

    // A day (12-06-2023) holds no full stop; a number with one would only make a sentence shorter for its reader too.
    [GeneratedRegex(@"[^.!?]+[.!?]+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*")]
    private static partial Regex Word();
}
