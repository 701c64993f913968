using Flex.Domain.Programmes;

namespace Flex.Domain.Dossiers;

/// <summary>Who agreed and who decides with the mother, as codes with their Dutch words.</summary>
public static class AgreementCodes
{
    /// <summary>Nobody decides with her.</summary>
    public const string Nobody = "niemand";

    /// <summary>Who agreed that the family is applied for.</summary>
    public static IReadOnlyList<AnswerOption> Agreed { get; } =
        [new("moeder", "De moeder"), new("moeder-en-partner", "De moeder en haar partner"), new("moeder-en-gezag", "De moeder en wie meebeslist"), new("gezag", "Wie voor haar beslist")];

    /// <summary>Who can have authority over her or represent her.</summary>
    public static IReadOnlyList<AnswerOption> Authorities { get; } =
        [new("ouders", "Haar ouder of ouders"), new("voogd", "Een voogd"), new("instelling", "Een gecertificeerde instelling"), new("mentor", "Een mentor"), new("curator", "Een curator")];

    /// <summary>Who can decide with her.</summary>
    public static IReadOnlyList<AnswerOption> CoDeciders { get; } = [new(Nobody, "Niemand, zij beslist zelf"), .. Authorities];
}
