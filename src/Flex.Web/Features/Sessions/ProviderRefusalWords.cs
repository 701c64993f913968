using Flex.Web.Data.Accounts.Providers;

namespace Flex.Web.Features.Sessions;

/// <summary>Why somebody does not get in through a provider, and what can be done.</summary>
internal static class ProviderRefusalWords
{
    public static string Of(ProviderRefusal no, IdentityProvider provider) => no switch
    {
        ProviderRefusal.Away => $"{provider.Label} is nu niet te bereiken. Er is niets opgeslagen. Probeer het over een paar minuten opnieuw.",
        ProviderRefusal.BrokenOff => $"Het inloggen bij {provider.Label} is afgebroken. Er is niets opgeslagen.",
        ProviderRefusal.UnknownOrganisation => $"{provider.Label} zegt niet, of niet met een naam die hier bekend is, voor welke organisatie u werkt. Vraag uw beheerder om dit na te kijken.",
        ProviderRefusal.UnknownRole => $"{provider.Label} geeft u geen rol die uw organisatie hier heeft. Vraag uw beheerder om dit na te kijken.",
        ProviderRefusal.SeveralRoles => $"{provider.Label} geeft u hier meer dan één rol. U werkt hier met één rol tegelijk. Vraag uw beheerder om dit na te kijken.",
        ProviderRefusal.NoName => $"{provider.Label} geeft geen naam door die hier past. Vraag uw beheerder om dit na te kijken.",
        ProviderRefusal.NoSecondFactor => $"U logde bij {provider.Label} in zonder tweede stap, zoals een code of een pas. Voor uw rol is die nodig. Log daar opnieuw in, met de tweede stap.",
        ProviderRefusal.TooLongAgo => $"Het is te lang geleden dat u bij {provider.Label} inlogde. Log daar opnieuw in.",
        ProviderRefusal.Closed => "Uw account is hier afgesloten. Vraag de beheerder van uw organisatie waarom.",
        ProviderRefusal.Broken or ProviderRefusal.TooOften => $"Wat er van {provider.Label} terugkwam, hoort niet bij wat u hier vroeg, klopt niet of kwam te laat. Er is niets opgeslagen. Begin opnieuw.",
    };
}
