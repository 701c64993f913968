using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;

namespace Flex.Web.Data.Accounts;

/// <summary>Tells the owner of an account, by mail, that a way in changed: who did not do it hears so although somebody else is signed in.</summary>
internal static class OwnerMail
{
    private static readonly Actor Teller = Actor.System("account");

    public static void Tell(Work work, Account owner, string subject, string what)
    {
        Outbox.Queue(work.As(Teller), Audience.Proof, new(owner.Mail, subject, $"""
            {what}
            Hebt u dat niet zelf gedaan? Bel dan meteen de beheerder van uw organisatie.
            """));
        work.As(owner.Actor);
    }
}
