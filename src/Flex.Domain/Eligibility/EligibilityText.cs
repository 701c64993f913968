using System.Globalization;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Eligibility;

/// <summary>The names behind the codes of a reason; a function gives the code back when it knows no name.</summary>
public sealed record ReasonNames(Func<string, string> Municipality, Func<string, string> Concern, Func<string, string> Provider);

/// <summary>Reasons and proposals as Dutch sentences; judging knows none of them.</summary>
public static class EligibilityText
{
    /// <summary>The proposal in one sentence.</summary>
    public static string Of(Proposal proposal) => proposal switch
    {
        Proposal.AskFirst => "Voorstel: eerst navragen wat ontbreekt.",
        Proposal.Admit => "Voorstel: toelaten.",
        Proposal.Refuse => "Voorstel: afwijzen.",
        Proposal.WaitForPlace => "Voorstel: op de wachtlijst, er is geen plaats vrij.",
    };

    /// <summary>The answer as the end of a sentence.</summary>
    public static string Of(Answer answer) => answer switch
    {
        Answer.Unknown => "vraag na",
        Answer.Met => "voldoet",
        Answer.NotMet => "voldoet niet",
    };

    /// <summary>What a condition is about, as a heading.</summary>
    public static string Of(ConditionKind kind) => kind switch
    {
        ConditionKind.ClassIn => "Mate van kwetsbaarheid",
        ConditionKind.MunicipalityIn => "Woonplaats",
        ConditionKind.InsurerConcernIn => "Verzekeraar",
        ConditionKind.ProviderIn => "Aanbieder van kraamzorg",
        ConditionKind.AppliedWithin => "Dag van aanmelding",
        ConditionKind.PlaceLeft => "Vrije plaats",
        ConditionKind.IncomeAtMost => "Jaarinkomen",
    };

    /// <summary>One reason in one sentence: the fact and what it means for the condition.</summary>
    public static string Of(Reason reason, Condition condition, ReasonNames names) =>
        $"{Fact(reason, condition, names)}: {Of(reason.Answer)}.";

    /// <summary>Only the fact that a reason rests on: "Woont in …".</summary>
    public static string Fact(Reason reason, Condition condition, ReasonNames names) => reason.Kind switch
    {
        ConditionKind.ClassIn => Class(reason),
        ConditionKind.MunicipalityIn =>
            reason.Code is { } code ? $"Woont in {(names.Municipality(code) is var name && name != code ? name : "een andere gemeente")}" : "Gemeente niet ingevuld",
        ConditionKind.InsurerConcernIn =>
            reason.Code is { } code ? Insured(code, names) : "Verzekeraar niet ingevuld",
        ConditionKind.ProviderIn => Provider(reason, names),
        ConditionKind.AppliedWithin => Applied(reason, condition),
        ConditionKind.PlaceLeft => Places(reason.Number),
        ConditionKind.IncomeAtMost => Income(reason, condition),
    };

    private static string Class(Reason reason) => (reason.Code, reason.Answer) switch
    {
        (null, _) => "Nog niet gewogen",
        ({ } codes, Answer.Unknown) => $"Weging nog niet vast ({Classes(codes)})",
        ({ } codes, _) => $"Gewogen als {Classes(codes)}",
    };

    // A concern has several labels; a family has the name of one of them on its card.
    private static string Insured(string code, ReasonNames names) =>
        string.Equals(code, Facts.Other, StringComparison.Ordinal) ? "Verzekerd bij een andere verzekeraar" : $"Verzekeraar hoort bij {names.Concern(code)}";

    private static string Classes(string codes) => ClassCodes.ParseSet(codes) is { } set ? ClassText.AnyOf(set) : codes;

    private static string Provider(Reason reason, ReasonNames names)
    {
        var own = reason.Code is { } code ? $"Kraamzorg van {Known(code, names.Provider, "een andere aanbieder")}" : null;
        return reason.Via is { } other
            ? $"{own ?? "Kraamzorg"}, overgenomen door {names.Provider(other)}"
            : own ?? "Aanbieder van kraamzorg niet ingevuld";
    }

    private static string Known(string code, Func<string, string> name, string otherwise) =>
        string.Equals(code, Facts.Other, StringComparison.Ordinal) ? otherwise : name(code);

    private static string Applied(Reason reason, Condition condition)
    {
        var day = reason.Number is { } number
            && DateOnly.TryParseExact(number.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
            ? Dutch.Day(found) : "een onbekende dag";
        return condition.Period is { } period ? $"Aangemeld op {day}, aanmelden kan {Dutch.Period(period)}" : $"Aangemeld op {day}";
    }

    private static string Places(long? left) => left switch
    {
        null => "Aantal vrije plaatsen niet bekend",
        <= 0 => "Geen plaats vrij",
        1 => "Eén plaats vrij",
        { } many => string.Create(CultureInfo.InvariantCulture, $"{many} plaatsen vrij"),
    };

    private static string Income(Reason reason, Condition condition)
    {
        var income = reason.Number is { } cents ? $"Jaarinkomen {Dutch.Amount(new(cents))}" : "Jaarinkomen niet ingevuld";
        return condition.Amount is { } bound ? $"{income} (ten hoogste {Dutch.Amount(bound)})" : income;
    }
}
