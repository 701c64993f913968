namespace Flex.Web.Data.Copies;

/// <summary>
/// What is stored of a family and not in a copy, each with its reason. A column that stands neither here nor in <see cref="CopyTables"/> fails the build:
/// whoever adds one says whose it is or why it is not given.
/// </summary>
internal static class CopyExceptions
{
    /// <summary>Columns of this name in any table.</summary>
    public static IReadOnlyDictionary<string, string> Everywhere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = "nummer van de rij", ["dossier_id"] = "nummer van het dossier; het leesbare nummer staat erin", ["act_id"] = "nummer waardoor dubbel versturen één keer telt", ["entry_id"] = "verwijzing naar de regel in het journaal; die regel staat erin",
    };

    /// <summary>Whole tables.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mother_name_part"] = "afgeleid van de naam, om te kunnen zoeken", ["evaluation_choice"] = "afgeleid van de toestemmingen, die erin staan", ["resemblance"] = "gaat ook over een ander gezin", ["likely_duplicate"] = "een rij uit een bestand die misschien van een ander gezin is, verzegeld",
        ["import_row"] = "het nummer van de inzender en een afdruk van een bestandsregel", ["vault.dossier_key"] = "de sleutel van het dossier", ["erasure"] = "ontstaat pas als het dossier weg is", ["copy_omission"] = "wat niet meegaat en waarom leest alleen wie het dossier bijhoudt",
        ["kin_declaration"] = "wat een medewerker van zichzelf zei; dat er gekeken is staat bij “Wie keek”",
        ["shielded_address"] = "het afgeschermde adres: zij weet het zelf, en op papier kan het in verkeerde handen komen",
        ["confidential_share"] = "met welke beroepsgroep een notitie is gedeeld en waarom; dat leest wie de notitie leest",
        ["family_invitation"] = "wie een link kreeg en binnenkwam staat bij “Wat er gedaan is”; link en code blijven geheim", ["family_session"] = "dat iemand van het gezin binnenkwam staat bij “Wat er gedaan is”",
        ["log_withholding"] = "wat tijdelijk niet wordt getoond, en waarom; een ander heeft daarover geoordeeld",
        ["journal.entry"] = "staat erin als “Wat er gedaan is” en “Wie keek”, in zinnen; niet als rijen",
    };

    /// <summary>Single columns, as table.column.</summary>
    public static IReadOnlyDictionary<string, string> Columns { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mother.name_key"] = "afgeleid van de naam, om te kunnen zoeken", ["mother.identity_since"] = "verwijzing naar de regel in het journaal; de verbetering staat bij “Wat er gedaan is”", ["application.applicant_mail"] = "hoe de aanmelder te bereiken is", ["application.applicant_phone"] = "hoe de aanmelder te bereiken is", ["application.no_notice"] = "of de aanmelder bericht wil",
        ["pillar_application.applicant_mail"] = "hoe de aanmelder te bereiken is", ["pillar_application.no_notice"] = "of de aanmelder bericht wil",
        ["assessment.set_possible"] = "dezelfde gekozen klasse, anders geschreven", ["assessment_factor.assessment_id"] = "verwijzing; de factoren staan in volgorde van de weging", ["assessment_factor.leaf"] = "hoe er wordt geteld",
        ["decision.replaces"] = "verwijzing; de besluiten staan in volgorde", ["override_request.replaces"] = "verwijzing naar het besluit", ["override_request.facts"] = "dezelfde feiten als bij het besluit, dat erin staat", ["override_request.requester"] = "aanmeldcode van een medewerker",
        ["override_request.judge"] = "aanmeldcode van een medewerker", ["override_request.paid_organisation"] = "aan wie wordt betaald: bewaakt dat een ander oordeelt", ["override_request.kept_act"] = "nummer waardoor dubbel versturen één keer telt",
        ["told.decision_id"] = "verwijzing naar het besluit", ["held_place.programme"] = "het programma staat bij het dossier", ["work_item.part"] = "de pijler of het jaar; staat in het besluit", ["work_item.applied_on"] = "staat bij de aanvraag", ["work_item.expected_on"] = "staat bij de aanvraag",
        ["dossier_end.merged_into"] = "nummer van een ander dossier", ["outgoing_mail.sealed"] = "adres van de ontvanger en een zin zonder gegevens van het gezin", ["outgoing_mail.problem"] = "melding van de mailserver", ["outgoing_mail.tries"] = "hoe vaak het versturen is geprobeerd", ["outgoing_mail.try_after"] = "wanneer het weer wordt geprobeerd",
        ["birth.corrects"] = "verwijzing; de geboorten staan in volgorde", ["birth_child.birth_id"] = "verwijzing naar de geboorte", ["response.visit_id"] = "verwijzing naar het bezoek; hoe de lijst is ingevuld staat bij “Wat er gedaan is”", ["answer.response_id"] = "verwijzing naar de lijst", ["answer.hidden"] = "of wie besluit dit niet mag zien",
        ["care_plan.line"] = "de volgorde; zo staan ze erin", ["shift_line.line"] = "de volgorde; zo staan ze erin", ["plan_goal.line"] = "de volgorde; zo staan ze erin", ["hours_booking.line"] = "de volgorde; zo staan ze erin", ["plan_review.line"] = "de volgorde; zo staan ze erin",
        ["plan_request.programme"] = "het programma staat bij het dossier", ["plan_request.requester"] = "aanmeldcode van een medewerker", ["plan_request.judge"] = "aanmeldcode van een medewerker", ["plan_request.judged_act"] = "nummer waardoor dubbel versturen één keer telt",
        ["plan_request.paid_organisation"] = "aan wie wordt betaald: bewaakt dat een ander oordeelt",
        ["shift_line.contact_id"] = "verwijzing; de zorg staat erin", ["shift_line.settled_entry"] = "verwijzing naar de regel in het journaal; die regel staat erin", ["hours_answer.line"] = "de volgorde; zo staan ze erin", ["hours_answer.contact_id"] = "verwijzing; de zorg staat erin", ["hours_answer.visit_id"] = "verwijzing naar het bezoek; staat bij “Wat er gedaan is”", ["hours_answer.settled_entry"] = "verwijzing naar de regel in het journaal; die regel staat erin", ["cover_asked.line"] = "de volgorde; zo staan ze erin", ["cover_asked.done_entry"] = "verwijzing naar de regel in het journaal; die regel staat erin", ["care_contact.replaces"] = "verwijzing; de zorg staat in volgorde", ["care_contact.carer"] = "aanmeldcode van een medewerker", ["payer_line.contact_id"] = "verwijzing; dag en tijd staan in de regel", ["payer_line.cover_number"] = "verwijzing; de polis staat erin", ["payer_line.withdrawn_entry"] = "verwijzing naar de regel in het journaal; die regel staat erin",
        ["consent.line"] = "de volgorde; zo staan ze erin", ["relation.actor"] = "aanmeldcode van een medewerker", ["relation.actor_name"] = "naam van een medewerker; organisatie en rol staan erin", ["relation.after_days"] = "regel van het programma",
        ["erasure_request.decider"] = "aanmeldcode van een medewerker", ["erasure_request.decision_act"] = "nummer waardoor dubbel versturen één keer telt", ["vault.bsn.sealed"] = "het nummer zelf: wie het is weet het, en op papier kan het kwijtraken", ["vault.bsn.lookup"] = "afdruk om mee te zoeken",
        ["copy_part.copy_request_id"] = "verwijzing naar het verzoek", ["copy_part.content"] = "het afschrift zelf", ["copy_part.decision_act"] = "nummer waardoor dubbel versturen één keer telt",
    };
}
