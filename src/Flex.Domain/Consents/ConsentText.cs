using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Consents;

/// <summary>What of a dossier decides which answers can be given.</summary>
/// <param name="Texts">The texts that can have been read or told.</param>
/// <param name="Parties">The organisations with which can be shared.</param>
/// <param name="Represented">Whether the mother is under 18 or has a mentor or curator.</param>
/// <param name="Ended">Whether the dossier has ended: then nothing is asked any more, and what was said can still be taken back (AVG artikel 7 lid 3).</param>
public sealed record ConsentContext(IReadOnlyList<ConsentTextVersion> Texts, IReadOnlyList<AnswerOption> Parties, bool Represented, ConsentState State, bool Ended = false);

/// <summary>Turns a posted form into a <see cref="Consent"/>, or into everything that is wrong with it.</summary>
public static class ConsentText
{
    private static readonly string[] BySomebodyElse = ["voogd", "mentor", ConsentCodes.OtherParent, ConsentCodes.Partner];

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static Consent? Parse(FieldReader read, ConsentContext context)
    {
        var subject = read.Code("waarvoor", ConsentCodes.Subjects, null);
        var whose = read.Code("over_wie", ConsentCodes.Whose, ConsentWhose.Mother);
        var capacity = read.Code("gegeven_door", ConsentCodes.Capacities, null);
        var text = Text(read, subject, context);
        var consent = new Consent(
            subject, whose, subject == ConsentCodes.Share ? read.Code("partij", context.Parties, null) : null, read.Code("antwoord", ConsentCodes.Answers, null),
            text?.Version ?? "", text?.Language ?? "", capacity, read.Short("gegever_naam", 200), read.Code("hoe_gegeven", ConsentCodes.Channels, null),
            read.Ticked("tolk") == true, read.RequiredDay("gegeven_op", future: false, "Vul in op welke dag dit is gezegd."),
            whose == ConsentWhose.Child && capacity != ConsentCodes.OtherParent && capacity.Length > 0 ? read.Ticked("alleen_gezag") : null);
        Check(read, consent, context);
        return read.Problems.Count == 0 ? consent : null;
    }

    // The text is named by language; the newest version in it is the one that can be read now.
    private static ConsentTextVersion? Text(FieldReader read, string subject, ConsentContext context)
    {
        var texts = context.Texts.Where(t => t.Subject == subject).ToList();
        if (subject.Length == 0 || texts.Count == 0)
        {
            return null;
        }

        var language = read.Code("taal_tekst", [.. texts.Select(t => t.Language).Distinct().Select(l => new AnswerOption(l, ConsentCodes.Words(ContactCodes.Languages, l)))], ContactCodes.Dutch);
        return texts.Find(t => t.Language == language);
    }

    private static void Check(FieldReader read, Consent said, ConsentContext context)
    {
        if (said.Answer == ConsentCodes.Withdrawn && said.Subject.Length > 0 && Before(said, context.State)?.Answer != ConsentCodes.Yes)
        {
            read.Wrong("antwoord", "Er staat geen ja om in te trekken. Kies ja of nee.");
        }

        if (context.Ended && said.Answer is not ConsentCodes.Withdrawn and not "")
        {
            read.Wrong("antwoord", "Het dossier is afgesloten. Alleen een ja van eerder kan nog worden ingetrokken.");
        }

        if (said is { Subject: ConsentCodes.TakePart, Answer: not ConsentCodes.Yes and not "" } && !context.Ended)
        {
            read.Wrong("antwoord", "Wil het gezin niet (meer) meedoen? Sluit het dossier dan af: “Het gezin ziet ervan af”.");
        }

        if (said.Subject is ConsentCodes.TakePart or ConsentCodes.Share && said.Whose != ConsentWhose.Mother)
        {
            read.Wrong("over_wie", "Dit gaat over het gezin als geheel: kies de moeder. Alleen voor het onderzoek antwoorden moeder, kind en partner apart.");
        }

        Speaker(read, said, context);
    }

    // Who may speak for whom: the partner for himself only, the other parent for the child only, a guardian or mentor only where there is one.
    private static void Speaker(FieldReader read, Consent said, ConsentContext context)
    {
        if ((said.Capacity == ConsentCodes.Partner) != (said.Whose == ConsentWhose.Partner) && said.Capacity.Length > 0)
        {
            read.Wrong("gegeven_door", "Over de partner antwoordt alleen de partner zelf, en die antwoordt alleen over zichzelf.");
        }
        else if (said.Capacity == ConsentCodes.OtherParent && said.Whose != ConsentWhose.Child)
        {
            read.Wrong("gegeven_door", "De andere ouder antwoordt alleen over het kind.");
        }
        else if (said.Capacity is "voogd" or "mentor" or "minderjarige" && !context.Represented)
        {
            read.Wrong("gegeven_door", "De moeder is 18 of ouder en heeft in dit dossier geen mentor of curator. Kies de moeder zelf.");
        }

        if (BySomebodyElse.Contains(said.Capacity) && said.Name is null)
        {
            read.Wrong("gegever_naam", "Vul de naam in van wie dit antwoord gaf.");
        }
    }

    private static Consent? Before(Consent said, ConsentState state) =>
        said.Capacity == ConsentCodes.OtherParent ? state.OfOtherParent(said.Subject) : state.Of(said.Subject, said.Whose, said.Party);
}
