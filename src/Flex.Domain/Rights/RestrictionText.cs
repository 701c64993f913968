using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Rights;

/// <summary>That what is kept of a family is kept and not used otherwise (AVG article 18). <paramref name="Ground"/> is a code of <see cref="RestrictionText.Grounds"/>.</summary>
public sealed record AskedRestriction(string By, string Ground, string? Because);

/// <summary>Reads that a restriction is set.</summary>
public static class RestrictionText
{
    private const int LongestReason = 2000;

    /// <summary>On what ground (AVG artikel 18 lid 1 and 21).</summary>
    public static IReadOnlyList<AnswerOption> Grounds { get; } =
    [
        new("juistheid", "Het gezin zegt dat gegevens niet kloppen, en dat wordt nagegaan"), new("onrechtmatig", "De gegevens mochten niet gebruikt worden, maar het gezin wil ze niet gewist hebben"),
        new("rechtsvordering", "Het gezin heeft de gegevens zelf nodig voor een rechtsvordering"), new("bezwaar", "Het gezin maakt bezwaar, en dat wordt afgewogen"),
    ];

    /// <summary>The restriction, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static AskedRestriction? Parse(FieldReader read)
    {
        var by = read.Line("naam_verzoeker", "Vul in wie erom vraagt.");
        var ground = read.Code("beperkt_om", Grounds, null);
        var because = read.Note("toelichting", LongestReason);
        return read.Problems.Count == 0 ? new(by, ground, because) : null;
    }
}
