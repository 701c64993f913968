namespace Flex.Web.Ui;

/// <summary>Outcomes and proposals of a decision, stored as codes, as words on screen.</summary>
internal static class OutcomeText
{
    /// <summary>The status of a pillar: "Toegelaten", "Afgewezen", "Op de wachtlijst" or "Nog geen besluit".</summary>
    public static string Of(string? outcome) => outcome switch
    {
        "toegelaten" => "Toegelaten",
        "afgewezen" => "Afgewezen",
        "wachtlijst" => "Op de wachtlijst",
        null => "Nog geen besluit",
        _ => outcome,
    };

    public static Tone ToneOf(string? outcome) => outcome switch
    {
        "toegelaten" => Tone.Ok,
        "afgewezen" => Tone.Error,
        "wachtlijst" => Tone.Warning,
        _ => Tone.Info,
    };

    /// <summary>What a pillar came to in a dossier that is over, which is no state of today.</summary>
    public static string Past(string? outcome) => outcome switch
    {
        "toegelaten" => "was toegelaten",
        "wachtlijst" => "stond op de wachtlijst",
        null => "geen besluit",
        _ => Of(outcome).ToLowerInvariant(),
    };

    /// <summary>The outcome inside a sentence: "toegelaten tot pijler 1".</summary>
    public static string InSentence(string outcome, int pillar) => outcome switch
    {
        "toegelaten" => $"toegelaten tot pijler {pillar}",
        "afgewezen" => $"afgewezen voor pijler {pillar}",
        "wachtlijst" => $"op de wachtlijst voor pijler {pillar}",
        _ => $"{outcome} (pijler {pillar})",
    };

    /// <summary>A stored proposal inside a sentence.</summary>
    public static string Proposal(string code) => code switch
    {
        "toelaten" => "toelaten",
        "afwijzen" => "afwijzen",
        "wachtlijst" => "op de wachtlijst",
        "navragen" => "eerst navragen wat ontbreekt",
        _ => code,
    };
}
