using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Questionnaires;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Copies;

/// <summary>A family of whom every column that a copy holds has a value, and another family beside it that must turn up nowhere.</summary>
internal static class WholeFamily
{
    // Rows as acts would write them; only the sealed facts and the answers are written by the site itself.
    private const string Rows = """
        set session_replication_role = replica;
        update mother set name = 'Anna de Proef', telephone = '045 123 45 67', house_number = '12A', language = 'pl', interpreter = true where dossier_id = ID;
        update residence set postcode = '6411AC' where dossier_id = ID;
        update application set applicant_name = 'Vera Aanmelder', applicant_mail = 'aanmelder@praktijk.example', applicant_phone = '045 765 43 21', helpers_which = '{ggz}', jointly = true, parity = 1, birth_date = '2023-05-02', income_cents = 2500000,
            note = 'Opmerking van de aanvraag', authority = 'voogd', co_decides = 'voogd', co_decider = 'Partner Naam', agreed_by = 'moeder', channel = 'telefoon' where dossier_id = ID;
        insert into provision select ID, daterange('2023-05-01', '2023-06-01'), 'geboortezorg-limburg', X;
        insert into safe_contact select X, ID, '2023-05-01', '{professional}', 'na negen uur', 'partner', X;
        insert into address_shield select X, ID, 'geen', 'Zij is weer thuis', '2023-05-02', 'Intaker', X, X;
        insert into fact_check select X, ID, 'tussentijds', '2023-05-03', 'Intaker', '{woonplaats}', '2023-05-04', 'Coordinator', 'Plaats blijft', X, X;
        insert into identity_check select X, ID, p, 'document', 'paspoort', 'A12', '2023-05-03', 'Intaker', X, X from unnest(array['mother', 'child-1']) p;
        insert into vault.bsn (dossier_id, person, sealed, lookup) values (ID, 'mother', sha256('x'), sha256('999911120'));
        insert into no_bsn select X, ID, 'child-1', 'pasgeboren', '2023-05-03', 'Intaker', X, X;
        insert into pillar_application (id, dossier_id, pillar, applied_on, applicant, channel, question, goal, bridge_to, agreed_by, act_id, entry_id, applicant_name, applicant_mail) values (X, ID, 2, '2023-05-05', 'jgz', 'aanmelder', 'Rust in huis', 'beide', 'jeugdhulp', 'moeder', X, X, 'Jos Jgz', 'aanmelder@praktijk.example');
        update assessment set set_class = 'kwetsbaar', set_possible = 4, set_because = 'Omdat zij het zelf zegt', contradiction_because = 'Het klopt allebei', factor_count = 1 where dossier_id = ID;
        update decision set reason = 'Zij past', approved_by = 'Bureau', approved_organisation = 'ggd', from_file = true where dossier_id = ID;
        insert into override_request select X, ID, 1, (select id from decision where dossier_id = ID limit 1), 'wachtlijst', 'Zij wil wachten', 'Samenvatting zonder naam', '', '2023-05-06', 'Intaker', 'demo:intaker', 'geboortezorg-limburg', 'teruggegeven', '2023-05-07', 'Bureau', 'demo:bureau', 'ggd', 'Kijk nog eens', X, X, '2023-05-08', 'Intaker', 'Toch niet', X;
        insert into told select (select id from decision where dossier_id = ID limit 1), ID, '2023-05-08', 'Intaker', 'gesprek', X, X;
        update held_place set until = '2023-07-01', confirmed_on = '2023-05-09', ended_on = '2023-05-10', ended_because = 'Zij wilde niet meer', returned_quarters = 4, done_on = '2023-05-10', asked_by = 'gezin', state = 'deels-teruggegeven' where dossier_id = ID;
        insert into waiting_check select X, ID, 1, '2023-05-08', 'Coordinator', X, X;
        update work_item set done_on = '2023-05-09' where dossier_id = ID;
        insert into dossier_end select X, ID, '2023-05-12', 'elders-geplaatst', 'Het kind woont elders', 'Pleeggezin Naam', 'Gezinsvoogd', null, 'Coordinator', '2023-05-13', 'Coordinator', 'Zij kwam terug', X, X;
        insert into outgoing_mail (id, dossier_id, audience, sealed, state, queued_at, try_after, tries, sent_at) values (X, ID, 'aanmelder', '', 'verstuurd', '2023-05-08 10:00+00', '2023-05-08 10:00+00', 1, '2023-05-08 10:01+00');
        insert into birth values ('0190bbbb-0000-7000-8000-000000000001', ID, null, '2023-05-02', 'thuis', 'borst', 2, '2023-05-04', '2023-05-04', 'Kraamverzorgende', 'Het uur klopte niet', X, X);
        insert into birth_child values ('0190bbbb-0000-7000-8000-000000000001', 1, '2023-05-02', '11:40', true, 1, '2023-05-03');
        insert into care_entry select X, ID, 1, '2023-05-10', 8, 'Kraamverzorgende', 'Opmerking bij de zorg', X, X;
        insert into indication select X, ID, 'verlenging', 160, '2023-05-12', '2023-05-20', 'lip', 'verloskundige', 'herindicatie', 'Langer nodig', '2023-05-11', 'Intaker', X;
        insert into hours_wish select X, ID, 96, 196, 'Eigen woorden bij de uren', '2023-05-03', 'Intaker', X;
        insert into cover_asked (id, dossier_id, covered, billed_by, paid, pillar, said_on, said_by, done_on, done_by, done_how, done_entry, entry_id) select X, ID, 'eigen', 'verzekeraar', 5280, 1, '2023-05-03', 'Intaker', '2023-05-04', 'Coordinator', 'Gebeld met de verzekeraar', X, X;
        insert into care_plan (id, dossier_id, pillar, question, parts, quarters, because, said_on, said_by, entry_id) select md5('plan' || ID)::uuid, ID, 2, 'Rust in de nacht', '[{"van": "2023-05-20", "tot": "2023-06-10", "om_de": 7, "keer": 1, "kwartieren": 12}]', 48, 'Zij slaapt nog slecht', '2023-05-12', 'Coordinator', X;
        insert into plan_request (id, dossier_id, programme, pillar, summary, requested_on, requested_by, requester, asked_organisation, paid_organisation, state, judged_on, judged_by, judge, judged_organisation, judged_because, judged_act, entry_id)
            select md5('plan' || ID)::uuid, ID, 'zuid-limburg-2021', 2, 'Gevraagd: 12 uur', '2023-05-12', 'Coordinator', 'demo:coordinator', 'geboortezorg-limburg', 'geboortezorg-limburg', 'goedgekeurd', '2023-05-13', 'Bureau', 'demo:bureau', 'ggd', 'Het is nodig', X, X;
        insert into plan_goal (id, dossier_id, kind, words, actions, waits_for, from_whom, since, said_on, said_by, entry_id) select X, ID, 'overbruggen', 'Dat wij het redden', '{Samen badderen}', 'opvoedhulp', 'de gemeente', '2023-05-01', '2023-05-12', 'Coordinator', X;
        insert into hours_booking (id, dossier_id, pillar, kind, quarters, because, said_on, said_by, entry_id) select X, ID, 2, 'reserveren', 48, 'Voor het plan', '2023-05-12', 'Coordinator', X;
        insert into plan_review (id, dossier_id, pillar, kind, held_on, how, next_on, reason, handed_to, said_on, said_by, entry_id) select X, ID, 2, 'einde', '2023-05-13', 'Het gaat goed', '2023-05-20', 'overgedragen', 'de gemeente', '2023-05-13', 'Coordinator', X;
        insert into shift_line (id, dossier_id, sender, number, contact_id, began, quarters, setting, caregiver, outcome, said_on, said_by, settled_on, settled_by, settled_as, settled_because, settled_entry, entry_id) select X, ID, 'aanbieder', 'Dienst 77', X, '2023-05-11 07:15+00', 11, 'instelling', 'Kraamverzorgende uit bestand', 'verschil', '2023-05-12', 'Coordinator', '2023-05-13', 'Coordinator', 'blijft', 'Het rooster klopte niet', X, X;
        insert into hours_answer (id, dossier_id, contact_id, visit_id, agrees, because, said_on, said_by, settled_on, settled_by, settled_as, settled_because, settled_entry, entry_id) select X, ID, X, X, false, 'Zij ging eerder weg', '2023-05-12', 'De moeder', '2023-05-13', 'Coordinator', 'blijft', 'Zo stond het in het rooster', X, X;
        insert into cover select X, ID, daterange('2023-01-01', '2024-01-01'), 'Aanvullend Plus', true, 15000, 32, 40, '2023-05-03', 'Intaker', X;
        insert into care_contact select X, ID, X, '2023-05-11 07:00+00', 12, 'thuis', '{hechting}', 'Opmerking bij een contact', 'Signaal bij een contact', true, 'Kraamverzorgende', 'demo:kraamverzorgende', 'Verkeerde tijd', '2023-05-11', 'Kraamverzorgende', X;
        insert into payer_line select X, ID, X, '2023-05-11 07:00+00', 12, '2023-05-11', 10, 'zvw', 'geindiceerd', 'betaalt', 'programma', 1, 0, 'Aanvullend Plus', 'CZ', 'cz', 'GM0917', 480, '2023-01-01', '2023-12-31', 'Regeling',
            1440, 'uur', 6000, '2023-01-01', '2023-12-31', 'Beschikking', 18000, '1', '2023-05-11', X, '2023-05-12', X;
        update response set state = 'klaar', saved_by = 'Kraamverzorgende', saved_at = '2023-05-10 10:00+00' where dossier_id = ID;
        insert into consent (id, dossier_id, subject, whose, party, answer, text_version, language, capacity, giver, channel, interpreter, said_on, only_mother, said_by, act_id, entry_id) values
            (X, ID, 'delen', 'moeder', 'jgz-zuid-limburg', 'ja', '1', 'nl', 'moeder', null, 'gesprek', true, '2023-05-10', null, 'Intaker', X, X), (X, ID, 'evaluatie', 'kind', null, 'ja', '1', 'nl', 'moeder', null, 'gesprek', true, '2023-05-10', true, 'Intaker', X, X),
            (X, ID, 'evaluatie', 'partner', null, 'nee', '1', 'nl', 'partner', 'Partner Naam', 'papier', false, '2023-05-10', null, 'Intaker', X, X);
        insert into relation select X, ID, 'nood', 'verloskunde-elders', 'verloskundige', 'demo:x', 'Oud-Naam Van Wie Ook', '2023-05-02', '2023-05-03', '2023-05-09', '2023-05-09 10:00+00', 0, 'Om mee te kijken', 'Niet meer nodig', '2023-05-09 11:00+00', X, 'betrokken';
        insert into restriction select X, ID, '2023-05-03', 'Intaker', 'Anna de Proef', 'bezwaar', 'Zij twijfelt', '2023-05-04', 'Intaker', 'Het is goed', X, X;
        insert into erasure_request select X, ID, '2023-05-03', 'Anna de Proef', 'moeder', '2023-06-03', 'geweigerd', 'Intaker', '2023-05-04', 'Coordinator', 'demo:coordinator', 'wet', 'De wet wil dat', X, X, X;
        insert into own_statement select X, ID, '2023-05-03', 'Anna de Proef', 'moeder', 'aanvraag', 'waarneming', 'Zo gezien', 'Eigen woorden van het gezin', '2023-05-04', 'Intaker', X, X;
        insert into copy_request values ('0190bbbb-0000-7000-8000-000000000002', ID, '2023-04-03', 'Anna de Proef', 'moeder', 'document', '2023-05-03', 'Intaker', X, X);
        insert into copy_part values ('0190bbbb-0000-7000-8000-000000000003', ID, '0190bbbb-0000-7000-8000-000000000002', 'kind', 'geweigerd', '2023-04-05', 'Intaker', 'belang-kind', 'Voor het kind', null, null, X, X), ('0190bbbb-0000-7000-8000-000000000004', ID, '0190bbbb-0000-7000-8000-000000000002', 'partner', 'vrijgegeven', '2023-04-05', 'Intaker', null, null, 'in-persoon', '', X, X);
        insert into resemblance select X, ID, OTHER, 'zelfde-bsn', '2023-05-03', 'different', 'Ander Gezin is haar zus', 'Intaker', '2023-05-04', X;
        """;

    public static async Task<Guid> Store(App app)
    {
        var other = await new Builder(app).Dossier().InCare().Of("Ander Gezin").Save();
        var id = await new Builder(app).Dossier().InCare().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        await intaker.Get($"/dossiers/{id}/vertrouwelijk");
        await intaker.Post($"/dossiers/{id}/vertrouwelijk", ("notitie", "Vertrouwelijk van de intaker"));
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await Filling_in_with_a_family.Send(carer, id, finish: true, null, ("werk", "bijstand"));
        await app.Database.AsAdmin(Rows.Replace("OTHER", $"'{other}'", StringComparison.Ordinal).Replace("ID", $"'{id}'", StringComparison.Ordinal)
            .Replace(" X", " gen_random_uuid()", StringComparison.Ordinal).Replace("(X", "(gen_random_uuid()", StringComparison.Ordinal));
        return id;
    }
}
