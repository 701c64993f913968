using Flex.Domain.Programmes;

namespace Flex.Domain.Identities;

/// <summary>The closed lists about who somebody is. Source: Wabvpz articles 4 to 9 and standards.md ID-03 and ID-04; the documents are those of the Wet op de identificatieplicht.</summary>
public static class IdentityCodes
{
    /// <summary>An identity document was looked at, face to face.</summary>
    public const string Document = "document";

    /// <summary>The BSN was verified at SBV-Z.</summary>
    public const string Verified = "sbv-z";

    /// <summary>How an identity was checked, from least to most. Without any: not checked.</summary>
    public static IReadOnlyList<AnswerOption> Statuses { get; } =
    [
        new(Document, "Gecontroleerd met een identiteitsbewijs"),
        new("vergewist", "Vergewist: dezelfde persoon als eerder gecontroleerd"),
        new(Verified, "BSN geverifieerd bij SBV-Z"),
    ];

    /// <summary>Kinds of identity document.</summary>
    public static IReadOnlyList<AnswerOption> Documents { get; } =
    [
        new("paspoort", "Paspoort"), new("identiteitskaart", "Identiteitskaart"), new("rijbewijs", "Rijbewijs"), new("verblijfsdocument", "Verblijfsdocument"),
    ];

    /// <summary>Why somebody has no BSN here.</summary>
    public static IReadOnlyList<AnswerOption> NoBsnReasons { get; } =
    [
        new("pasgeboren", "Pasgeboren: nog geen BSN"),
        new("geen-verblijfsrecht", "Geen verblijfsrecht of geen papieren"),
        new("net-aangekomen", "Net in Nederland"),
        new("wil-niet", "Wil het niet geven"),
        new("onbekend", "Niet bekend waarom"),
    ];

    /// <summary>The words of a code, or the code itself.</summary>
    public static string LabelOf(IReadOnlyList<AnswerOption> options, string code) => options.FirstOrDefault(o => o.Code == code)?.Label ?? code;
}
