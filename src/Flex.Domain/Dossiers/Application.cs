using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Dossiers;

/// <summary>One application form (aanvraagformulier) as it was understood; null or empty is "not known".</summary>
public sealed record Application
{
    /// <summary>Day on which the application was received; decides which period holds.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Who applied: a code of <see cref="ApplicationCodes.Applicants"/>.</summary>
    public required string Applicant { get; init; }

    /// <summary>The mother's name as written.</summary>
    public required string MotherName { get; init; }

    /// <summary>The mother's date of birth.</summary>
    public DateOnly? MotherBirthDate { get; init; }

    /// <summary>Her BSN; goes to the vault only.</summary>
    public Bsn? Bsn { get; init; }

    /// <summary>Postcode as 1234AB.</summary>
    public string? Postcode { get; init; }

    /// <summary>CBS code of her municipality, also when it does not take part.</summary>
    public string? Municipality { get; init; }

    /// <summary>The insurer's label as known, or as written when not known.</summary>
    public string? Insurer { get; init; }

    /// <summary>The insurer's concern, or null when the insurer is not known or left empty.</summary>
    public string? InsurerConcern { get; init; }

    /// <summary>Provider code, "ander" for one outside the programme's list, null when left empty.</summary>
    public string? Provider { get; init; }

    /// <summary>Expected date of birth.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Date of birth of the child.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>ja, nee or onbekend.</summary>
    public required string FirstPregnancy { get; init; }

    /// <summary>How many helpers are involved: 0, 1, 2, 3, 4+ or onbekend.</summary>
    public required string Helpers { get; init; }

    /// <summary>The pillars applied for, ascending.</summary>
    public required IReadOnlyList<int> Pillars { get; init; }

    /// <summary>What was said of vulnerability, or null when that part was left empty.</summary>
    public VulnerabilityForm? Vulnerability { get; init; }

    /// <summary>Yearly household income, only where a programme asks it.</summary>
    public Cents? Income { get; init; }

    /// <summary>A remark of the applicant, at most 20,000 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>The vulnerability part of a form: states per factor, named sub-factors and the joint judgement with author and day.</summary>
/// <param name="States">State per main factor code; a factor that was not answered is Unknown, a protective factor stands here only when it is there.</param>
/// <param name="SubFactors">Codes of the sub-factors that were named.</param>
public sealed record VulnerabilityForm(
    IReadOnlyDictionary<string, FactorState> States,
    IReadOnlyList<string> SubFactors,
    ProtectiveJudgement Judgement,
    string JudgedBy,
    DateOnly JudgedOn)
{
    /// <summary>Why factors that contradict each other both hold, or null when none do.</summary>
    public string? ContradictionBecause { get; init; }

    /// <summary>The classes still possible by the factor list <paramref name="list"/>.</summary>
    public Classification Classify(FactorList list) =>
        Weighing.Classify(StatesOf(list, FactorKind.Urgent), StatesOf(list, FactorKind.Risk), Judgement);

    /// <summary>The named leaf factors, or null when no factor was filled in.</summary>
    public IReadOnlyList<NamedFactor>? Named(FactorList list) => FactorCount.Named(list, States, SubFactors);

    private FactorState[] StatesOf(FactorList list, FactorKind kind) =>
        [.. list.Factors.Where(f => f.Kind == kind && f.Parent is null).Select(f => States.GetValueOrDefault(f.Code))];
}

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
