namespace Flex.Web.Ui;

/// <summary>What was done, as the next page says it: one sentence per act.</summary>
internal static class SavedWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["aanmelding"] = "De aanmelding is binnen.", ["pijler"] = "De aanmelding voor deze pijler is binnen.", ["concept"] = "De aanmelding is bewaard.",
        ["weggegooid"] = "Het concept is weggegooid.", ["code"] = "Het e-mailadres klopt. Vul nu de aanmelding in.",
        ["besluit"] = "Het besluit is vastgelegd. Vertel het gezin nog de uitslag.", ["besluit-afwijken"] = "Het besluit is vastgelegd. Over uw verzoek om af te wijken beslist een andere organisatie.", ["afwijken"] = "Het verzoek om af te wijken is vastgelegd.", ["blijft"] = "Het eerdere besluit blijft staan; dat is vastgelegd.",
        ["afwijking"] = "Uw oordeel over de afwijking is vastgelegd.", ["verteld"] = "Vastgelegd dat het gezin de uitslag heeft gehoord.", ["weging"] = "De nieuwe weging is vastgelegd.",
        ["uren"] = "De uren zijn vastgelegd.", ["zorg"] = "De zorg is vastgelegd. Hieronder staat wie betaalt.", ["indicatie"] = "De indicatie is vastgelegd.", ["verzekering"] = "De antwoorden over de verzekering zijn vastgelegd.", ["apparaat-voor-uren"] = "Op dit apparaat is niemand meer ingelogd. U kunt uw uren nakijken.", ["plan-doel"] = "Het doel is vastgelegd.", ["plan-uren"] = "Het plan is vastgelegd.", ["plan-boeking"] = "De uren zijn vastgelegd.", ["plan-evaluatie"] = "Het gesprek is vastgelegd.", ["plan-einde"] = "De zorg in deze pijler is afgerond.", ["plan-oordeel"] = "Uw oordeel over het plan is vastgelegd.", ["uren-nagekeken"] = "Opgeschreven wat u zei.", ["verschil"] = "Uw keuze is vastgelegd. De andere regel blijft in de historie staan.", ["maand-gesloten"] = "De maand is gesloten.", ["maand-open"] = "De maand is weer open.", ["uren-oordeel"] = "De uitkomst is vastgelegd.", ["bijdrage"] = "Vastgelegd dat de eigen bijdrage is geregeld.", ["geboorte"] = "De geboorte is vastgelegd.", ["gegevens"] = "De gegevens zijn bevestigd.", ["oordeel"] = "Uw oordeel over de verandering is vastgelegd.",
        ["identiteit"] = "De controle van de identiteit is vastgelegd.", ["bsn"] = "Het BSN is vastgelegd.", ["geen-bsn"] = "Vastgelegd waarom er geen BSN is.",
        ["toestemming"] = "Het antwoord is vastgelegd.", ["uitgerekend"] = "De uitgerekende datum is verbeterd.", ["bereiken"] = "Vastgelegd hoe het gezin veilig te bereiken is.", ["lijst-bewaard"] = "De antwoorden zijn bewaard. De lijst is nog niet klaar.", ["lijst-klaar"] = "De vragenlijst is klaar en vastgelegd.",
        ["einde"] = "Het dossier is afgesloten.", ["heropend"] = "Het dossier is weer open.", ["dubbel"] = "Uw oordeel over de dubbele aanmelding is vastgelegd.", ["lijkt-op"] = "Vastgelegd of dit hetzelfde gezin is.",
        ["betrokken"] = "Vastgelegd wie bij dit gezin betrokken is.", ["overdracht-aangenomen"] = "De overdracht is aangenomen. U ziet nu het dossier.", ["overdracht-niet-aangenomen"] = "Vastgelegd dat de overdracht niet is aangenomen.",
        ["overdracht-beantwoord"] = "Op deze overdracht was al geantwoord.", ["noodknop"] = "Het dossier is een uur open. De privacyfunctionaris weet het.",
        ["verbeterd"] = "De gegevens zijn verbeterd. Wat er eerst stond, staat in de historie.", ["verbeteren-geweigerd"] = "Vastgelegd waarom dit niet is verbeterd.", ["verklaring"] = "De verklaring staat nu in het dossier.",
        ["afschrift-gevraagd"] = "Het verzoek om een afschrift is vastgelegd. Kijk nu elk deel na.", ["afschrift-weggelaten"] = "Vastgelegd wat niet meegaat.", ["afschrift-vrijgegeven"] = "Dit deel is vrijgegeven. Geef het nu zelf mee; er is niets verstuurd.", ["afschrift-geweigerd"] = "Vastgelegd waarom dit deel niet wordt gegeven.",
        ["beperkt"] = "Het gebruik van dit dossier is beperkt.", ["beperking-opgeheven"] = "De beperking is opgeheven.", ["vernietigen-gevraagd"] = "Het verzoek is vastgelegd.", ["vernietigen-besloten"] = "Het besluit over het verzoek is vastgelegd.", ["vernietigd"] = "Het dossier is vernietigd.",
        ["achterhouden"] = "Uw verzoek is vastgelegd. De privacyfunctionaris beoordeelt het.", ["achterhouden-beoordeeld"] = "Uw oordeel is vastgelegd.", ["nagekeken"] = "Vastgelegd dat u deze periode nakeek.",
        ["kennen"] = "Vastgelegd. Alleen de privacyfunctionaris ziet dit.", ["afgeschermd"] = "Vastgelegd of het adres is afgeschermd.", ["notitie"] = "De notitie is vastgelegd. Alleen uw eigen beroepsgroep leest haar.", ["notitie-gedeeld"] = "De notitie is gedeeld. Die beroepsgroep kan haar nu lezen.",
        ["post"] = "Het bericht wordt opnieuw verstuurd.", ["uitgelogd"] = "U bent uitgelogd.",
        ["uitgenodigd"] = "De uitnodiging gaat per mail. De link werkt één keer en is zeven dagen geldig.", ["afgesloten"] = "Het account is afgesloten. Deze persoon is meteen uitgelogd. Nodig opnieuw uit om dat te veranderen.",
        ["link-ingetrokken"] = "De link is ingetrokken.", ["apparaat-gegeven"] = "Op dit apparaat is niemand meer ingelogd. U kunt de lijst zelf invullen.", ["apparaat-terug"] = "De pagina van het gezin is gesloten. Log in om verder te gaan.",
        ["gesloten"] = "De pagina is gesloten. Sluit ook uw browser.", ["zelf-ingevuld"] = "Dank u wel. Uw antwoorden zijn verstuurd.",
        ["wachtwoord"] = "Uw wachtwoord is veranderd. Overal elders bent u uitgelogd.", ["passkey"] = "De passkeys zijn bijgewerkt.", ["plaats-bevestigen"] = "De plaats is bevestigd.", ["plaats-vrijgeven"] = "De plaats is vrijgegeven.",
        ["plaats-aanbieden"] = "De plaats is aangeboden. Leg vast wat het gezin antwoordt.", ["plaats-aannemen"] = "Vastgelegd dat het gezin de plaats aanneemt.",
        ["plaats-weigeren-blijft"] = "Vastgelegd dat het gezin deze plaats niet wil en op de wachtlijst blijft.", ["plaats-weigeren-af"] = "Vastgelegd dat het gezin geen plaats meer wil.",
        ["plaats-reserveren"] = "Er is opnieuw een plaats gereserveerd.", ["plaats-wachtlijst"] = "Het gezin staat op de wachtlijst.", ["plaats-wacht-nog"] = "Vastgelegd dat het gezin nog wacht.",
        ["plaats-wacht-niet-meer"] = "Vastgelegd dat het gezin niet meer wacht.", ["plaats-afronden"] = "Vastgelegd dat deze pijler klaar is.",
    };

    /// <summary>The sentence of a code, with by when somebody decides; null for a code that is not in the list.</summary>
    public static string? Of(string code, DateOnly? decided) =>
        Words.GetValueOrDefault(code) is { } said ? said + (decided is { } day ? $" De intaker besluit uiterlijk {Dutch.Date(day)}." : "") : null;
}
