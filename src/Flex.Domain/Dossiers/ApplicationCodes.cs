using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Dossiers;

/// <summary>The closed lists of an application form, as codes with their Dutch words.</summary>
public static class ApplicationCodes
{
    /// <summary>Who applies.</summary>
    public static IReadOnlyList<AnswerOption> Applicants { get; } =
    [
        new("verloskundige", "Verloskundige of gynaecoloog"),
        new("jgz", "Jeugdgezondheidszorg"),
        new("gezamenlijk", "Gezamenlijk besluit"),
        new("maatschappelijk-werk", "(Medisch) maatschappelijk werk"),
        new("overig", "Overig"),
    ];

    /// <summary>How many helpers are involved already.</summary>
    public static IReadOnlyList<AnswerOption> Helpers { get; } =
        [new("0", "Geen"), new("1", "1 partij"), new("2", "2 partijen"), new("3", "3 partijen"), new("4+", "4 of meer"), new("onbekend", "Onbekend")];

    /// <summary>Which helpers are involved already.</summary>
    public static IReadOnlyList<AnswerOption> HelperKinds { get; } =
    [
        new("huisarts", "Huisarts"), new("wijkteam", "Wijkteam of maatschappelijk werk"), new("jgz", "Jeugdgezondheidszorg"), new("jeugdhulp", "Jeugdhulp"),
        new("ggz", "Ggz"), new("verslavingszorg", "Verslavingszorg"), new("schuldhulp", "Schuldhulp"), new("ander", "Een andere hulpverlener"),
    ];

    /// <summary>The channel of a file.</summary>
    public const string ByFile = "bestand";

    /// <summary>The channel of a professional who applies in person.</summary>
    public const string ByApplicant = "aanmelder";

    /// <summary>The channel of who calls the intaker.</summary>
    public const string ByTelephone = "telefoon";

    /// <summary>The channel of a professional without an account, who proved an address.</summary>
    public const string WithoutAccount = "zonder-account";

    /// <summary>How an application comes in.</summary>
    public static IReadOnlyList<AnswerOption> Channels { get; } =
        [new(ByApplicant, "Door de aanmelder zelf"), new(ByTelephone, "Per telefoon"), new(WithoutAccount, "Zonder account"), new(ByFile, "Met een bestand")];

    /// <summary>How an application comes in through somebody who is signed in.</summary>
    public static IReadOnlyList<AnswerOption> SignedInChannels { get; } = [.. Channels.Where(c => c.Code is ByApplicant or ByTelephone)];

    /// <summary>Yes, no, not known.</summary>
    public static IReadOnlyList<AnswerOption> YesNoUnknown { get; } = [new("ja", "Ja"), new("nee", "Nee"), new("onbekend", "Weet ik niet")];

    /// <summary>The states of a factor.</summary>
    public static IReadOnlyList<AnswerOption> FactorStates { get; } =
        [new("aanwezig", "Aanwezig"), new("niet-wegend", "Aanwezig, weegt niet mee"), new("afwezig", "Niet aanwezig"), new("onbekend", "Onbekend")];

    /// <summary>The judgement on the protective factors.</summary>
    public static IReadOnlyList<AnswerOption> Judgements { get; } =
        [new("toereikend", "Toereikend"), new("ontoereikend", "Ontoereikend"), new("onbekend", "Nog niet te zeggen")];

    /// <summary>The code of a state.</summary>
    public static string CodeOf(FactorState state) => state switch
    {
        FactorState.Unknown => "onbekend",
        FactorState.Absent => "afwezig",
        FactorState.PresentNotWeighing => "niet-wegend",
        FactorState.Present => "aanwezig",
    };

    /// <summary>The code of a judgement.</summary>
    public static string CodeOf(ProtectiveJudgement judgement) => judgement switch
    {
        ProtectiveJudgement.Unknown => "onbekend",
        ProtectiveJudgement.Sufficient => "toereikend",
        ProtectiveJudgement.Insufficient => "ontoereikend",
    };
}
