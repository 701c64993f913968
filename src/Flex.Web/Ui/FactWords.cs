using Flex.Domain.Dossiers;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>When facts were confirmed and what had changed, in words.</summary>
internal static class FactWords
{
    /// <summary>"na de geboorte", "per 1 januari 2024", "tussentijds".</summary>
    public static string When(string occasion) => occasion switch
    {
        FactChecks.Birth => "na de geboorte",
        FactChecks.Between => "tussentijds",
        FactChecks.Reopened => "na het heropenen",
        FactChecks.BirthCorrected => "bij een verbeterde geboorte",
        [_, _, _, _, '-', ..] => $"per 1 januari {occasion[..4]}",
        _ => occasion,
    };

    /// <summary>"woonplaats en verzekeraar".</summary>
    public static string What(IEnumerable<string> changed) => Flex.Domain.Shared.Dutch.And([.. changed.Select(Word)]);

    private static string Word(string code) => code switch
    {
        FactsText.Home => "de woonplaats",
        FactsText.Insurance => "de verzekeraar",
        FactsText.Provision => "de aanbieder",
        FactChecks.BirthDay => "de dag van de geboorte",
        FactChecks.Children => "het aantal kinderen",
        FactChecks.Alive => "levend of levenloos geboren",
        _ => code,
    };
}
