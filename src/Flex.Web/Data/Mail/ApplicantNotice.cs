using Flex.Domain.Dossiers;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Mail;

/// <summary>
/// Tells who applied that something changed, and nothing more: no name, no outcome, no number, no link that points at a family.
/// Called by every act that changes where the family stands (a decision, a place, an end), after the statements that do it.
/// </summary>
internal static class ApplicantNotice
{
    private const string Subject = "Er is iets veranderd";
    private const string Changed = "Er is iets veranderd in een aanvraag die u deed.";

    /// <summary>Lets the notice wait in the act's own transaction; without an address nothing waits.</summary>
    public static void Queue(DossierInHand hand) => Queue(hand.Work, hand.Key, hand.Record.Head.ApplicantMail, hand.Record.Head.Channel);

    /// <summary>The same where no whole dossier is at hand; <paramref name="address"/> is application.applicant_mail. Who applied without an account cannot look.</summary>
    public static void Queue(Work work, DossierKey key, string? address, string channel)
    {
        if (address is not null)
        {
            var looks = channel is not (ApplicationCodes.WithoutAccount or ApplicationCodes.ByTelephone);
            Outbox.Queue(work, Audience.Applicant, new(address, Subject, $"{Changed} {(looks ? "Log in om het te zien." : "De intaker kan u zeggen wat.")}", looks ? "/dossiers" : null), key);
        }
    }
}
