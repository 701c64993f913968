using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;

namespace Flex.Domain.Decisions;

/// <summary>Why, in a letter: one plain sentence per condition. Of the condition on the class it only says that the programme does not fit.</summary>
internal static class LetterReasons
{
    public static IReadOnlyList<string> Of(LetterFacts facts) => facts.Outcome switch
    {
        LetterOutcome.Admitted => facts.Exception ? ["Wij hebben goed gekeken naar wat u nodig hebt.", "Daarom maken wij voor u een uitzondering."] : [],
        LetterOutcome.Refused => Refused(facts),
        LetterOutcome.Waiting => ["Alle plaatsen zijn nu bezet.", .. Sentences(facts, Answer.Unknown)],
        LetterOutcome.Offered => ["U stond op de wachtlijst."],
        LetterOutcome.Lapsed => ["Wij konden de plaats niet langer voor u vrijhouden."],
        LetterOutcome.WaitsAgain => ["De plaats die u had geldt niet meer."],
        LetterOutcome.OwnChoice => ["U staat niet meer op de wachtlijst."],
        LetterOutcome.GivenBack or LetterOutcome.Stopped => [],
    };

    private static string[] Refused(LetterFacts facts)
    {
        if (facts.Exception)
        {
            return ["Wij hebben goed gekeken naar uw aanmelding.", "Iemand van een andere organisatie heeft meegekeken.", Explains(facts.Contact)];
        }

        var why = facts.Reasons.Any(r => r.Answer == Answer.NotMet) ? Sentences(facts, Answer.NotMet) : Sentences(facts, Answer.Unknown);
        return why.Length > 0 ? why : [Explains(facts.Contact)];
    }

    private static string[] Sentences(LetterFacts facts, Answer answer) =>
        [.. facts.Reasons.Where(r => r.Answer == answer).Select(r => r.Kind).Distinct().SelectMany(kind => answer == Answer.NotMet ? NotMet(kind, facts.Contact) : NotKnown(kind))];

    private static string[] NotMet(ConditionKind kind, ProgrammeContact? contact) => kind switch
    {
        ConditionKind.ClassIn => ["Dit programma past niet bij uw situatie.", Explains(contact)],
        ConditionKind.MunicipalityIn => ["De gemeente waar u woont doet niet mee."],
        ConditionKind.InsurerConcernIn => ["Uw zorgverzekeraar doet niet mee."],
        ConditionKind.ProviderIn => ["De organisatie die u kraamzorg geeft doet niet mee."],
        ConditionKind.AppliedWithin => ["Op de dag van uw aanmelding kon u niet meedoen."],
        ConditionKind.PlaceLeft => ["Alle plaatsen zijn nu bezet."],
        ConditionKind.IncomeAtMost => ["Uw inkomen is te hoog voor dit programma."],
    };

    private static string[] NotKnown(ConditionKind kind) => kind switch
    {
        ConditionKind.ClassIn => ["Wij weten nog niet genoeg over uw situatie."],
        ConditionKind.MunicipalityIn => ["Wij weten nog niet in welke gemeente u woont."],
        ConditionKind.InsurerConcernIn => ["Wij weten nog niet wie uw zorgverzekeraar is."],
        ConditionKind.ProviderIn => ["Wij weten nog niet wie u kraamzorg geeft."],
        ConditionKind.AppliedWithin => ["Wij weten nog niet op welke dag u bent aangemeld."],
        ConditionKind.PlaceLeft => ["Wij weten nog niet of er een plaats vrij is."],
        ConditionKind.IncomeAtMost => ["Wij weten nog niet wat uw inkomen is."],
    };

    private static string Explains(ProgrammeContact? contact) =>
        contact is null ? "Wie u heeft aangemeld kan u dit uitleggen." : $"U kunt {contact.Name} vragen om dit uit te leggen.";
}
