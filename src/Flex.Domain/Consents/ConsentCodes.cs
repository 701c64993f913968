using Flex.Domain.Programmes;

namespace Flex.Domain.Consents;

/// <summary>The closed lists of the three consents, as codes with their Dutch words (standards.md PR-01).</summary>
public static class ConsentCodes
{
    /// <summary>To take part in the programme.</summary>
    public const string TakePart = "deelnemen";

    /// <summary>To share with one named party, beyond what who is directly involved may know without it.</summary>
    public const string Share = "delen";

    /// <summary>To be in the evaluation; refusing it changes nothing in care.</summary>
    public const string Evaluation = "evaluatie";

    /// <summary>She said yes.</summary>
    public const string Yes = "ja";

    /// <summary>She said no.</summary>
    public const string No = "nee";

    /// <summary>She said yes before and takes it back.</summary>
    public const string Withdrawn = "ingetrokken";

    /// <summary>The other parent with authority, who speaks for the child beside the mother.</summary>
    public const string OtherParent = "andere-ouder";

    /// <summary>The partner, for what is about him or her.</summary>
    public const string Partner = "partner";

    /// <summary>What can be agreed to; never two in one answer.</summary>
    public static IReadOnlyList<AnswerOption> Subjects { get; } =
        [new(TakePart, "Meedoen met het programma"), new(Share, "Delen met één genoemde partij"), new(Evaluation, "Meedoen met het onderzoek naar het programma")];

    /// <summary>Whose data it is about.</summary>
    public static IReadOnlyList<AnswerOption> Whose { get; } = [new(ConsentWhose.Mother, "De moeder"), new(ConsentWhose.Child, "Het kind"), new(ConsentWhose.Partner, "De partner")];

    /// <summary>What was answered.</summary>
    public static IReadOnlyList<AnswerOption> Answers { get; } = [new(Yes, "Ja"), new(No, "Nee"), new(Withdrawn, "Ja van eerder ingetrokken")];

    /// <summary>In what capacity somebody answered.</summary>
    public static IReadOnlyList<AnswerOption> Capacities { get; } =
    [
        new("moeder", "De moeder zelf"), new("minderjarige", "De moeder zelf, jonger dan 18"), new(OtherParent, "De andere ouder met gezag"), new("voogd", "De voogd"),
        new("mentor", "De mentor of curator"), new(Partner, "De partner, over zichzelf"),
    ];

    /// <summary>How the answer was given.</summary>
    public static IReadOnlyList<AnswerOption> Channels { get; } = [new("gesprek", "In een gesprek"), new("telefoon", "Per telefoon"), new("papier", "Op papier"), new("scherm", "Op het scherm van de professional")];

    /// <summary>The words of a code in a list.</summary>
    public static string Words(IReadOnlyList<AnswerOption> list, string code) => list.FirstOrDefault(o => o.Code == code)?.Label ?? code;
}

/// <summary>Whose data a consent is about: mother, child and partner are separate.</summary>
public static class ConsentWhose
{
    /// <summary>The mother.</summary>
    public const string Mother = "moeder";

    /// <summary>The child or children; the mother and the other parent with authority each answer.</summary>
    public const string Child = "kind";

    /// <summary>The partner, who answers alone.</summary>
    public const string Partner = "partner";
}
