using Flex.Domain.Dossiers;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Ui;

/// <summary>The fields of forms in Dutch, for a page that shows what was typed without the form itself.</summary>
internal static class FieldWords
{
    /// <summary>Fields that every form carries and nobody types.</summary>
    public static readonly IReadOnlySet<string> Unseen = new HashSet<string>(["act", "version", "programma", "doe", "klopt", "gezien", "persoon"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["aanbieder"] = "Aanbieder van kraamzorg", ["aanmelder"] = "Wie meldt aan", ["aanmelder_mail"] = "E-mailadres van de aanmelder", ["aanmelder_naam"] = "Naam van de aanmelder",
        ["aanmelder_telefoon"] = "Telefoon van de aanmelder", ["alleen_gezag"] = "Gezag over het kind", ["antwoord"] = "Antwoord", ["gegeven_door"] = "Wie gaf dit antwoord", ["gegeven_op"] = "Op welke dag gezegd", ["gegever_naam"] = "Naam van wie antwoordde", ["grond"] = "Waarom mag deze organisatie meekijken", ["hoe_gegeven"] = "Hoe is het gezegd", ["over_wie"] = "Over wie gaat het", ["partij"] = "Met wie delen", ["taal_tekst"] = "Taal van de tekst", ["waarvoor"] = "Waarvoor", ["aantal"] = "Aantal kinderen", ["akkoord"] = "Wie is akkoord", ["beschermend"] = "Beschermende factoren samen toereikend",
        [VulnerabilityText.ProtectiveField] = "Wat beschermt dit gezin", ["beslist_mee"] = "Wie beslist mee", ["beslist_mee_naam"] = "Naam van wie meebeslist", ["bestand"] = "Bestand met criteria",
        ["besluit"] = "Uw besluit", ["bewijs"] = "Soort identiteitsbewijs", ["bewijs_eind"] = "Laatste tekens van het nummer", ["controle"] = "Hoe de identiteit is gecontroleerd", ["geen_bsn"] = "Waarom er geen BSN is", ["bsn"] = "BSN", ["bron"] = "Waar dit vandaan komt", ["code"] = "Code", ["code_verwijderen"] = "Code", ["contact"] = "Veilig bereiken", ["contact_leest_mee"] = "Wie leest of luistert mee", ["contact_moment"] = "Wanneer het best",
        ["band"] = "Hoe u dit gezin kent", ["afscherming"] = "Is het adres af te schermen", ["notitie"] = "Vertrouwelijke notitie", ["welke"] = "Welke passkey", ["welke_notitie"] = "Welke notitie", ["delen_met"] = "Delen met", ["deel_reden"] = "Waarom deze beroepsgroep dit moet weten", ["dag"] = "Dag", ["doel"] = "Waarvoor is de zorg", ["eerste_zwangerschap"] = "Eerste zwangerschap", ["einde"] = "Waarom wordt het dossier afgesloten", ["geboortedatum"] = "Geboortedatum van de moeder",
        ["geboortedatum_moeder"] = "Geboortedatum van de moeder", ["geboren_op"] = "Kind geboren op", ["geen_bericht"] = "Geen bericht sturen", ["gemeente"] = "Gemeente", ["gezag"] = "Gezag of vertegenwoordiging",
        ["gaat_over"] = "Waar het over gaat", ["verklaring"] = "Wat het gezin zelf zegt", ["wie_vraagt"] = "Wie vraagt om een afschrift", ["welk_deel"] = "Van wie", ["identiteit_nagegaan"] = "Hoe u nakeek wie dit is", ["regels"] = "Regels van het afschrift", ["weglaat_grond"] = "Waarom dit niet meegaat", ["meegegeven"] = "Hoe het afschrift meegaat",
        ["gevraagd_op"] = "Op welke dag is erom gevraagd", ["beperkt_om"] = "Waarom wordt het gebruik beperkt", ["weigergrond"] = "Op welke grond u weigert", ["vraagt_als"] = "Wie vraagt erom", ["naam_verzoeker"] = "Naam van wie erom vraagt", ["gezamenlijk"] = "Samen besloten", ["grond"] = "Waarom u het dossier nu moet zien", ["hoe"] = "Hoe", ["huisnummer"] = "Huisnummer", ["hulpverleners"] = "Aantal hulpverleners", ["hulpverleners_wie"] = "Welke hulpverleners", ["inkomen"] = "Jaarinkomen van het huishouden",
        ["kanaal"] = "Hoe komt de aanmelding binnen", [ReassessmentText.ClassField] = "Andere klasse", [ReassessmentText.ReasonField] = "Waarom een andere klasse", ["mag_instemmen"] = "Wie mag toestemming geven", ["mail"] = "Uw e-mailadres",
        ["mentor_of_curator"] = "Mentor of curator", ["moeder_ontslag"] = "Ontslag van de moeder", ["moeder_ziekenhuisdagen"] = "Ziekenhuisdagen van de moeder", ["gezin_code"] = "Code", ["gezin_mail"] = "E-mailadres van de moeder", ["hoe_link"] = "Hoe krijgt het gezin de link", ["lijst"] = "Welke lijst", ["link"] = "Link", ["samen_wie"] = "Wie vult in", ["voor_wie"] = "Voor wie is de link", ["naam"] = "Naam van de moeder", ["naam_passkey"] = "Naam van een passkey", ["naam_persoon"] = "Naam", ["nogmaals"] = "Wachtwoord nog eens", ["naam_moeder"] = "Naam van de moeder",
        ["nummer"] = "Dossiernummer", ["ontvangen_op"] = "Ontvangen op", ["organisatie"] = "Organisatie", ["relatie"] = "Wiens toegang eindigt", ["oordeel"] = "Uw oordeel", ["op"] = "Op welke dag", ["opmerking"] = "Opmerking", ["overbruggen_naar"] = "Welke hulp komt daarna", ["pariteit"] = "Eerdere kinderen",
        ["pijler"] = "Pijler", ["pijlers"] = "Pijlers", ["programma"] = "Programma", ["plaats"] = "Waar is het kind geboren", ["postcode"] = "Postcode", ["reden"] = "Reden", ["rol"] = "Rol", [FactorAnswers.RestAbsent] = "De rest besproken, niet aanwezig",
        ["stap"] = "Wat u vastlegt", [VulnerabilityText.SubFactorsField] = "Wat er precies speelt", ["taal"] = "Taal", [VulnerabilityText.ExplanationField] = "Waarom klopt het allebei", ["tekst"] = "Criteria", ["telefoon"] = "Telefoon van de moeder",
        ["van"] = "Van", ["tot"] = "Tot", ["dag_tot"] = "Dag waarop de zorg ophield", ["van_keer"] = "Begonnen: welke keer", ["tot_keer"] = "Opgehouden: welke keer", ["soort"] = "Soort", ["gedaan"] = "Wat is er gedaan", ["signaal"] = "Signaal", ["samen"] = "Samen gewerkt", ["terug"] = "Terugnemen",
        ["tot_en_met"] = "Tot en met", ["methode"] = "Methode", ["door"] = "Wie indiceert", ["moment"] = "Wanneer", ["uren_betaald"] = "Uren als zij zelf betaalt", ["uren_nu"] = "Uren die zij nu wil", ["reden_wens"] = "Waarom, in haar woorden",
        ["toelichting"] = "Toelichting", ["tolk"] = "Tolk", ["uitgerekend"] = "Uitgerekende datum", ["uitleg"] = "Uitleg voor wie erom vroeg", ["uren"] = "Aantal uren", ["vanaf"] = "Vanaf welke dag", ["verzekeraar"] = "Zorgverzekeraar", ["voeding"] = "Voeding",
        ["aanvullend"] = "Aanvullende verzekering", ["polis"] = "Naam van de verzekering", ["betaalt_bijdrage"] = "Wat zij van de eigen bijdrage betaalt", ["hoogste_bedrag"] = "Tot welk bedrag", ["late_uren"] = "Uren als de baby later thuiskomt", ["late_dagen"] = "Op ten hoogste hoeveel dagen", ["wie_int"] = "Wie de rekening stuurt", ["betaald"] = "Al betaald", ["uren_kloppen"] = "Klopt dit", ["klopt_niet_want"] = "Wat klopt er niet", ["hoe_verder"] = "Uitkomst", ["welke_geldt"] = "Wat geldt", ["maand"] = "Maand", ["welke_maand"] = "Welke maand", ["reden_open"] = "Waarom de maand weer opengaat", ["gedaan_hoe"] = "Hoe het is geregeld",
        ["hulpvraag"] = "Waarbij vraagt het gezin hulp", ["waarom_uren"] = "Waarom zoveel uren", ["doelsoort"] = "Soort doel", ["doel_woorden"] = "Het doel, in woorden van het gezin", ["acties"] = "Wat er voor het doel gebeurt", ["wacht_op"] = "Waarop het gezin wacht", ["wacht_bij"] = "Van wie die hulp komt", ["wacht_sinds"] = "Sinds wanneer het gezin wacht",
        ["boeking"] = "Reserveren of teruggeven", ["gesproken_op"] = "Gesproken op", ["hoe_gaat_het"] = "Hoe het gaat", ["volgende_keer"] = "Wanneer u er weer naar kijkt", ["reden_einde"] = "Waarom de zorg stopt", ["overgedragen_aan"] = "Wie het overneemt",
        ["van_1"] = "Vanaf welke dag, deel 1", ["tot_1"] = "Tot en met welke dag, deel 1", ["om_de_1"] = "Om de hoeveel dagen, deel 1", ["keer_1"] = "Hoe vaak op een dag, deel 1", ["uren_1"] = "Uren per keer, deel 1", ["van_2"] = "Vanaf welke dag, deel 2", ["tot_2"] = "Tot en met welke dag, deel 2", ["om_de_2"] = "Om de hoeveel dagen, deel 2", ["keer_2"] = "Hoe vaak op een dag, deel 2", ["uren_2"] = "Uren per keer, deel 2", ["van_3"] = "Vanaf welke dag, deel 3", ["tot_3"] = "Tot en met welke dag, deel 3", ["om_de_3"] = "Om de hoeveel dagen, deel 3", ["keer_3"] = "Hoe vaak op een dag, deel 3", ["uren_3"] = "Uren per keer, deel 3",
        ["bevinding"] = "Wat u vond en deed",
        ["vraag"] = "Waarbij vraagt het gezin hulp", ["wachtwoord"] = "Wachtwoord", ["wachtwoord_nu"] = "Wachtwoord van nu", ["zeker"] = "Nagekeken", ["wie"] = "Wie dit wil", ["zorg_voor"] = "Wie zorgt nu voor het kind",
    };

    private static readonly Dictionary<string, string> OfChild = new(StringComparer.Ordinal)
    {
        ["dag"] = "geboren op", ["tijd"] = "tijd van geboorte", ["leeft"] = "levend of overleden", ["ziekenhuisdagen"] = "dagen in het ziekenhuis", ["ontslag"] = "ontslag uit het ziekenhuis",
    };

    /// <summary>The label of a field; a factor or a question by its own words. Null for a field that no form of ours has.</summary>
    public static string? Of(string name, ProgrammeLibrary library) => Words.GetValueOrDefault(name)
        ?? Child(name)
        ?? library.National.Factors.Factors.FirstOrDefault(f => f.Code == name)?.Label
        ?? library.Programmes.Values.SelectMany(p => p.Questionnaires).SelectMany(q => q.Items).FirstOrDefault(i => i.Code == name)?.Text;

    // kind2_dag
    private static string? Child(string name) => name.StartsWith("kind", StringComparison.Ordinal) && name[4..].Split('_') is [var number, var field] && OfChild.TryGetValue(field, out var words)
        ? $"Kind {number}: {words}" : null;
}
