using Flex.Web.Data.Journal;

namespace Flex.Web.Ui;

/// <summary>What was done with an account, as a sentence about who did it.</summary>
internal static class AccountWords
{
    public static string Did(Act act) => act switch
    {
        Act.AccountInvited => "heeft iemand uitgenodigd om een account te maken",
        Act.AccountMade => "heeft een account gemaakt",
        Act.AccountRenewed => "heeft een account opnieuw gemaakt, met een ander wachtwoord en een andere app",
        Act.AccountClosed => "heeft een account afgesloten",
        Act.RoleChanged => "heeft van de eigen organisatie een andere rol gekregen",
        Act.SignInRefused => "heeft iemand niet laten inloggen",
        Act.SessionsEnded => "heeft overal uitgelogd",
        Act.PasswordChanged => "heeft het eigen wachtwoord veranderd",
        Act.RecoveryCodesMade => "heeft nieuwe herstelcodes gemaakt",
        Act.PasskeyMade => "heeft een passkey gemaakt",
        Act.PasskeyRemoved => "heeft een passkey verwijderd",
        _ => "heeft iets met een account gedaan",
    };
}
