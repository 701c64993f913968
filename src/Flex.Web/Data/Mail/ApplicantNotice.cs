using Flex.Domain.Dossiers;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Mail;

/// <summary>
/// Tells who applied that something changed, and nothing more: no name, no outcome, no number, no link that points at a family.
/// Called by every act that changes where the family stands (a decision, a place, an end), after the statements that do it. What is about
/// one pillar is told to who applied for that pillar, and to nobody else.
/// </summary>
internal static class ApplicantNotice
{
    private const string Subject = "Er is iets veranderd";
    private const string Changed = "Er is iets veranderd in een aanvraag die u deed.";

    /// <summary>Tells who applied for a pillar, in the act's own transaction; without an address nothing waits.</summary>
    public static void Queue(DossierInHand hand, int pillar)
    {
        var to = PillarApplicant.Of(hand.Record, pillar);
        Queue(hand.Work, hand.Key, to.Mail, to.Channel);
    }

    /// <summary>Tells everybody who applied in this dossier, each address once.</summary>
    public static void QueueAll(DossierInHand hand)
    {
        foreach (var to in PillarApplicant.All(hand.Record).Where(a => a.Mail is not null).DistinctBy(a => a.Mail, StringComparer.OrdinalIgnoreCase))
        {
            Queue(hand.Work, hand.Key, to.Mail, to.Channel);
        }
    }

    /// <summary>The same where no whole dossier is at hand. Who applied without an account cannot look.</summary>
    public static void Queue(Work work, DossierKey key, string? address, string channel)
    {
        if (address is not null)
        {
            var looks = channel is not (ApplicationCodes.WithoutAccount or ApplicationCodes.ByTelephone);
            Outbox.Queue(work, Audience.Applicant, new(address, Subject, $"{Changed} {(looks ? "Log in om het te zien." : "De intaker kan u zeggen wat.")}", looks ? "/dossiers" : null), key);
        }
    }
}
