using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Decisions;

/// <summary>Writes the letter about a decision in B1 Dutch. It never names a factor or a class and has no word for either.</summary>
public static class LetterText
{
    /// <summary>The whole letter; the same facts give the same letter.</summary>
    public static Letter Of(LetterFacts facts) => new(Outcome(facts), LetterReasons.Of(facts), Next(facts), Call(facts));

    private static string[] Outcome(LetterFacts facts)
    {
        var applied = facts.Words is { } words ? $"U bent aangemeld voor {words.Name}." : "U bent aangemeld voor dit programma.";
        string[] offers = facts.Words is { } plain ? [plain.Explanation] : [];
        return facts.Outcome switch
        {
            LetterOutcome.Admitted => [applied, "U kunt meedoen.", .. offers],
            LetterOutcome.Refused => [applied, "Helaas kunt u niet meedoen."],
            LetterOutcome.Waiting => [applied, "U staat op de wachtlijst."],
            LetterOutcome.Offered => [applied, "Er is nu een plaats voor u vrij.", .. offers],
            LetterOutcome.Lapsed => [applied, "De plaats voor u geldt niet meer."],
            LetterOutcome.WaitsAgain => [applied, "U staat nu op de wachtlijst."],
            LetterOutcome.OwnChoice => [applied, "U koos ervoor om niet mee te doen."],
            LetterOutcome.GivenBack => [applied, "U hebt nu geen plaats meer."],
            LetterOutcome.Stopped => [applied, "Deze hulp is nu voor u gestopt."],
        };
    }

    private static string[] Next(LetterFacts facts) => facts.Outcome switch
    {
        LetterOutcome.Admitted => ["Wij bespreken met u wat er nu gebeurt.", "U hoeft zelf nog niets te doen."],
        LetterOutcome.Refused =>
        [
            "Uw gewone kraamzorg verandert hierdoor niet.", "Bent u het er niet mee eens?", "Dan kunt u dat aan ons vertellen.",
            "Verandert er iets bij u?", "Dan kunt u opnieuw worden aangemeld.",
        ],
        LetterOutcome.Waiting or LetterOutcome.WaitsAgain => ["Komt er een plaats vrij?", "Dan hoort u dat van ons.", "U hoeft zelf niets te doen."],
        LetterOutcome.Offered => Answer(facts.AnswerBefore),
        LetterOutcome.Lapsed or LetterOutcome.GivenBack => ["Wilt u nog meedoen?", "Vertel dat dan aan ons.", "Wij kijken dan of er weer een plaats is."],
        LetterOutcome.OwnChoice => ["Uw gewone kraamzorg verandert hierdoor niet.", "Wilt u later toch meedoen?", "Dan kunt u opnieuw worden aangemeld."],
        LetterOutcome.Stopped => ["Hebt u toch nog hulp nodig?", "Vertel dat dan aan ons."],
    };

    private static string[] Answer(DateOnly? before) => before is { } day
        ? ["Wilt u de plaats?", $"Vertel het ons op {Dutch.Day(day)} of eerder.", "Horen wij niets van u?", "Dan gaat de plaats naar een ander gezin."]
        : ["Wilt u de plaats?", "Vertel het ons dan."];

    private static string[] Call(LetterFacts facts) => (facts.Contact, facts.Applicant) switch
    {
        (null, null) => ["Hebt u een vraag?", "Bel dan met wie u heeft aangemeld."],
        ({ } contact, _) => ["Hebt u een vraag?", $"Bel dan met {contact.Name}.", .. Number(contact)],
        (null, { } applicant) => ["Hebt u een vraag?", $"Bel dan met {applicant.Name}, die u heeft aangemeld.", .. Number(applicant)],
    };

    private static string[] Number(ProgrammeContact contact) => contact.Telephone is { } number ? [$"Het nummer is {number}."] : [];
}
