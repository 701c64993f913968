using Flex.Domain.Dossiers;
using Flex.Domain.Families;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;

namespace Flex.Web.Features.Families;

/// <summary>A link that a professional asks for: for whom, and how it gets there.</summary>
public sealed record AskedInvitation(Guid Act, FamilyPerson Who, string Way, string? Mail)
{
    public static IReadOnlyList<AnswerOption> Ways { get; } = [new(FamilyInvitation.ByHand, "Ik geef de link zelf"), new(FamilyInvitation.ByMail, "Per e-mail")];

    private static IReadOnlyList<AnswerOption> People { get; } = [.. FamilyPerson.All.Select(p => new AnswerOption(p.Code, p.Words))];

    /// <summary>The form; null when <paramref name="read"/> has problems.</summary>
    public static AskedInvitation? Parse(FieldReader read, InvitationDesk desk, Guid act)
    {
        var (who, way, mail) = (read.Code("voor_wie", People, null), read.Code("hoe_link", Ways, null), read.Mail("gezin_mail"));
        if (way == FamilyInvitation.ByMail && !(desk.MayMail && who == FamilyPerson.All[0].Code))
        {
            read.Wrong("hoe_link", desk.MayMail ? "Alleen de moeder zelf koos voor e-mail. Geef deze link zelf." : "Het gezin koos niet voor e-mail. Geef de link zelf.");
        }
        else if (way == FamilyInvitation.ByMail && mail is null)
        {
            read.Wrong("gezin_mail", "Vul het e-mailadres van de moeder in.");
        }

        return read.Problems.Count > 0 ? null : new(act, FamilyPerson.Find(who)!, way, way == FamilyInvitation.ByMail ? mail : null);
    }

    /// <summary>Adds it to the act, with the mail when it goes by mail; answers what is shown once.</summary>
    internal (FamilyKey Key, DateTimeOffset Expires) Write(DossierInHand hand, int days)
    {
        var (work, key) = (hand.Work, FamilyKey.New());
        work.Journal(Data.Journal.Act.FamilyInvited, hand.Key, new FamilyInvitedBody(Who.Code, Way));
        var expires = new FamilyInvitation(Act, Who.Code, Way).Add(work, hand.Record.Head.Id, key, TimeSpan.FromDays(days));
        if (Mail is not null)
        {
            Outbox.Queue(work, Audience.Family, Neutral(Mail, FamilyKey.Path + key.Token), hand.Key);
        }

        return (key, expires);
    }

    // No programme, no organisation and no word of care: a mail is read by whoever reads the mailbox.
    private static Message Neutral(string to, string path) => new(to, "Een link voor u", """
        U hebt gevraagd om een link. Open die hieronder, op een moment dat u alleen bent.
        U hebt de code nodig die u kreeg. De link werkt één keer.
        Verwacht u dit niet? Dan hoeft u niets te doen.
        """, path);
}
