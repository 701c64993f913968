using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Mail;

/// <summary>
/// Tells who applied that something changed, and nothing more: no name, no outcome, no number, no link that points at a family.
/// Called by every act that changes where the family stands (a decision, a place, an end), after the statements that do it.
/// </summary>
internal static class ApplicantNotice
{
    private const string Subject = "Er is iets veranderd";
    private const string Text = "Er is iets veranderd in een aanvraag die u deed. Log in om het te zien.";

    /// <summary>Lets the notice wait in the act's own transaction; without an address nothing waits.</summary>
    public static void Queue(DossierInHand hand) => Queue(hand.Work, hand.Key, hand.Record.Head.ApplicantMail);

    /// <summary>The same where no whole dossier is at hand; <paramref name="address"/> is application.applicant_mail.</summary>
    public static void Queue(Work work, DossierKey key, string? address)
    {
        if (address is not null)
        {
            Outbox.Queue(work, Audience.Applicant, new(address, Subject, Text, "/dossiers"), key);
        }
    }
}
