using Flex.Web.Data.Families;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Families;

/// <summary>Why somebody is not signed in, in plain words.</summary>
internal static class NotSignedIn
{
    public static RazorComponentResult<NotSignedInPage> Page(FamilyRefusal no) => new(new { Text = Words(no), Goes = no is not FamilyRefusal.Over }) { StatusCode = StatusOf(no) };

    private static string Words(FamilyRefusal no) => no switch
    {
        FamilyRefusal.Over => "Uw pagina was al gesloten. Vraag een nieuwe link aan wie u de link gaf.",
        FamilyRefusal.Away => "DigiD is nu niet te bereiken. Probeer het later opnieuw.",
        FamilyRefusal.TooLow => "U moet hiervoor inloggen met de DigiD-app of met controle per sms, en net zijn ingelogd. Probeer het zo opnieuw.",
        FamilyRefusal.NoNumber => "DigiD gaf niet door wie u bent. Probeer het opnieuw.",
        FamilyRefusal.NotKnown => "Uw BSN is hier nog niet vastgelegd. Daardoor weten we niet of u het bent. Vraag uw casemanager om het vast te leggen.",
        FamilyRefusal.SomebodyElse => "U bent bij DigiD ingelogd als iemand anders dan de persoon voor wie deze link is. Log met uw eigen DigiD in.",
        FamilyRefusal.ChildNotKnown => "Van het kind is hier nog geen BSN vastgelegd. Daardoor weten we niet of u gezag hebt. Vraag de casemanager om het vast te leggen.",
        FamilyRefusal.NoAuthority => "DigiD liet niet zien dat u gezag hebt over dit kind. Log met uw eigen DigiD in, of vraag het aan wie u de link gaf.",
        FamilyRefusal.TooOften => "Er is te vaak geprobeerd in te loggen. Probeer het over een uur opnieuw.",
        _ => "Het inloggen is niet gelukt. Probeer het opnieuw.",
    };

    private static int StatusOf(FamilyRefusal no) => no switch
    {
        FamilyRefusal.Away => StatusCodes.Status503ServiceUnavailable,
        FamilyRefusal.TooOften => StatusCodes.Status429TooManyRequests,
        FamilyRefusal.Broken => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status403Forbidden,
    };
}
