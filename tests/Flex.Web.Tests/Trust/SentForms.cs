using AngleSharp.Dom;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.DryRuns;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Imports;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>One form: who sends it, and how it comes to lie before him, filled in.</summary>
/// <param name="Open">Makes what must be there, opens the page, and answers the address and all that is sent.</param>
internal sealed record SentForm(string? Persona, Func<App, Visitor, Task<(string Path, IReadOnlyList<(string Name, string Value)> Sent)>> Open)
{
    /// <summary>Stores something under an act that counts once; otherwise it asks, or does again what was done.</summary>
    public bool Acts { get; init; } = true;

    /// <summary>Answers with a page and leads nowhere.</summary>
    public bool Shows { get; init; }
}

/// <summary>Every form of the product, filled in as it should be.</summary>
internal static class SentForms
{
    private const string Door = "/aanmelden/zonder-account";

    public static readonly IReadOnlyDictionary<string, string> NotHere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST /api/v1/applications"] = "JSON: the sender keeps what was sent",
        ["POST /api/v1/dossiers/{id:guid}/decisions"] = "JSON: the sender keeps what was sent",
        ["POST /inloggen"] = "a password is never sent back to a page (Sessions/Signing_in_with_an_account)",
        ["POST /inloggen/code"] = "a code is over within the minute",
        ["POST /uitnodiging/{token}"] = "a password is never sent back to a page",
        ["POST /beheer/accounts/{id:guid}/afsluiten"] = "one button, nothing typed; closing what is closed does nothing",
        ["POST /inloggen/passkey"] = "what a device says of a challenge that is asked once",
        ["POST /account/passkeys"] = "what a device says of a challenge that is asked once",
        ["POST /account/passkeys/verwijderen"] = "a code is over within the minute (Accounts/Changing_a_way_in)",
        ["POST /account/herstelcodes"] = "a code is over within the minute (Accounts/Changing_a_way_in)",
        ["POST /account/wachtwoord"] = "a password is never sent back to a page (Accounts/Changing_a_password)",
        ["POST /account/overal-uitloggen"] = "one button, nothing typed; signed out it asks to sign in",
        ["POST /werk/overdracht/{id:guid}"] = "two buttons, nothing typed; answered twice it says the same",
        ["POST /zoeken/bsn"] = "a BSN is never sent back to a page (Vault/Searching_by_number)",
        ["POST /dossiers/{id:guid}/identiteit/tonen"] = "one button, nothing typed; it shows and stores nothing but the look",
        ["POST /dossiers/{id:guid}/adres/tonen"] = "one button, nothing typed; it shows and stores nothing but the look",
        ["POST /gezin/open/{token}"] = "a code that was handed over is never sent back to a page, and counts once",
        ["POST /gezin/sluiten"] = "one button, nothing typed; closed twice it is closed",
        ["POST /dossiers/{id:guid}/gezin/intrekken"] = "one button, nothing typed; withdrawn twice it is withdrawn",
        ["POST /dossiers/{id:guid}/gezin/samen"] = "ends the session of who sends it; sent again it asks to sign in (FamilyDoors/On_the_device_of_a_professional)",
        ["POST /dossiers/{id:guid}/gezin"] = "answers with a code that is shown once; sent again it says so (FamilyDoors/A_link_for_a_family)",
        ["POST /uitloggen"] = "forgets a cookie; needs no database",
        ["POST /inloggen/verder"] = "sends on what the page holds in full; that form's own row says the rest",
    };

    public static readonly IReadOnlyDictionary<string, SentForm> All = new Dictionary<string, SentForm>(StringComparer.Ordinal)
    {
        ["POST /aanmelden"] = new("verloskundige", (_, v) => Filled(v, "/aanmelden", "/aanmelden", [.. new FormFields().All])),
        ["POST /aanmelden/zonder-account"] = new(null, (_, v) => Filled(v, Door, Door, ("mail", "iemand@praktijk.example"))) { Acts = false },
        ["POST /aanmelden/zonder-account/code"] = new(null, async (app, v) =>
        {
            await Proving_an_address.Ask(v, "iemand@praktijk.example");
            return await Filled(v, Door + "/code", Door + "/code", ("code", await Proving_an_address.Code(app)));
        }) { Acts = false },
        ["POST /aanmelden/zonder-account/formulier"] = new(null, async (app, v) =>
        {
            await Proving_an_address.Ask(v, "iemand@praktijk.example");
            await v.Get(Door + "/code");
            await v.Post(Door + "/code", ("code", await Proving_an_address.Code(app)));
            return await Filled(v, Door + "/formulier", Door + "/formulier", [.. new FormFields().With("aanmelder_naam", "Dokter Proef").With("ontvangen_op").With("klopt").With("geen_bericht").All]);
        }),
        ["POST /zoeken"] = new("intaker", (_, v) => Filled(v, "/zoeken", "/zoeken", ("naam", "Proef"), ("geboortedatum", "02-03-1995"))) { Acts = false, Shows = true },
        ["POST /beheer/proefberekening"] = new("intaker", (_, v) => Filled(v, PastFamilies.Page, PastFamilies.Page, ("programma", "zuid-limburg-2021"), ("tekst", PastFamilies.Criteria(_ => { })))) { Acts = false, Shows = true },
        ["POST /beheer/post/{id:guid}/opnieuw"] = new("intaker", async (app, v) =>
        {
            await Messages.Post.Queue(app, Audience.Proof, null);
            var id = await app.Database.AsAdmin("update outgoing_mail set state = 'mislukt' returning id");
            return await Filled(v, "/beheer/post", $"/beheer/post/{id}/opnieuw");
        }) { Acts = false },
        ["POST /beheer/accounts"] = new("beheerder", (_, v) => Filled(v, "/beheer/accounts", "/beheer/accounts", ("naam_persoon", "Test-Nieuw"), ("mail", "nieuw@flex.example"), ("rol", "intaker"))),
        ["POST /dossiers/{id:guid}/besluit/{pillar:int}"] = Of("intaker", "besluit/1", ("besluit", "toegelaten")),
        ["POST /dossiers/{id:guid}/afwijken/{pillar:int}"] = new("intaker", async (app, v) =>
        {
            var path = $"/dossiers/{await Decided(app)}/afwijken/1";
            var (_, sent) = await Filled(v, path, path, ("besluit", "wachtlijst"), ("reden", "Zij wil nog even wachten"));
            await v.Post(path, sent);
            return (path, [.. On(v, path)]);
        }),
        ["POST /werk/afwijking/{id:guid}"] = new("programmabureau", async (app, v) =>
        {
            var id = await new Builder(app).Dossier().In("Maastricht").Save();
            using var intaker = await app.Visit("intaker");
            await intaker.Get($"/dossiers/{id}/besluit/1");
            await Taking_a_decision.Deviate(intaker, id, 1, "toegelaten", "Een goede reden");
            var path = $"/werk/afwijking/{await app.Database.AsAdmin("select id from override_request")}";
            return await Filled(v, path, path, ("oordeel", "goedkeuren"), ("reden", "Dat is zo"));
        }),
        ["POST /dossiers/{id:guid}/brief/{pillar:int}"] = With("intaker", "brief/1", Decided, ("hoe", "gesprek")),
        ["POST /dossiers/{id:guid}/plaats/{pillar:int}"] = With("coordinator", "plaats/1", Decided, ("stap", "bevestigen")),
        ["POST /dossiers/{id:guid}/beoordeling"] = Of("intaker", "beoordeling", ("U1", "aanwezig")),
        ["POST /dossiers/{id:guid}/uren"] = With("kraamverzorgende", "uren", Decided, ("pijler", "1"), ("dag", "14-05-2023"), ("uren", "7,5"), ("opmerking", "Rustige middag")),
        ["POST /dossiers/{id:guid}/zorg/indicatie"] = Of("intaker", "zorg/indicatie", ("uren", "49"), ("door", "intaker"), ("moment", "intake"), ("uren_betaald", "24"), ("uren_nu", "49"), ("reden_wens", "Nu het kan"), ("toelichting", "Na het gesprek")),
        ["POST /dossiers/{id:guid}/zorg/verzekering"] = Of("intaker", "zorg/verzekering", ("aanvullend", "eigen"), ("polis", "Aanvullend Plus"), ("vanaf", "01-01-2023"), ("betaalt_bijdrage", "deel"), ("hoogste_bedrag", "150"), ("late_uren", "15"), ("late_dagen", "5"), ("wie_int", "aanbieder"), ("betaald", "52,80")),
        ["POST /dossiers/{id:guid}/zorg/bijdrage"] = new("coordinator", async (app, v) =>
        {
            var id = await Decided(app);
            await CareHours.Given.AskCover(app, id, "verzekeraar");
            return await Filled(v, $"/dossiers/{id}/zorg/bijdrage", $"/dossiers/{id}/zorg/bijdrage", ("gedaan_hoe", "Gebeld met de zorgverzekeraar"));
        }),
        ["POST /dossiers/{id:guid}/zorg/contact/{contact:guid}/oordeel"] = new("coordinator", async (app, v) =>
        {
            var (id, contact) = await FamilyDoors.Confirming_hours.Disputed(app);
            return await Filled(v, $"/dossiers/{id}/zorg/contact/{contact}/oordeel", $"/dossiers/{id}/zorg/contact/{contact}/oordeel", ("hoe_verder", "blijft"), ("reden", "Zo stond het in het rooster"));
        }),
        ["POST /dossiers/{id:guid}/plan/doel"] = With("kraamverzorgende", "plan/doel", Plans.Planned.Admitted, [.. Plans.Planned.Bridging]),
        ["POST /dossiers/{id:guid}/plan/uren"] = With("kraamverzorgende", "plan/uren", Plans.Planned.Admitted, [.. Plans.Planned.Weekly, ("waarom_uren", "Zij slaapt slecht")]),
        ["POST /dossiers/{id:guid}/plan/boeking"] = With("coordinator", "plan/boeking", Plans.Planned.WithPlan, ("boeking", "reserveren"), ("uren", "6"), ("reden", "Voor het plan")),
        ["POST /dossiers/{id:guid}/plan/evaluatie"] = With("kraamverzorgende", "plan/evaluatie", Plans.Planned.Admitted, ("gesproken_op", "15-05-2023"), ("hoe_gaat_het", "Het gaat beter"), ("volgende_keer", "01-07-2023")),
        ["POST /dossiers/{id:guid}/plan/einde"] = With("coordinator", "plan/einde", Plans.Planned.Admitted, ("reden_einde", "gezin-stopt"), ("overgedragen_aan", "de gemeente"), ("hoe_gaat_het", "Zij redden het zelf")),
        ["POST /werk/plan/{id:guid}"] = new("programmabureau", async (app, v) =>
        {
            var path = $"/werk/plan/{await Plans.Planned.Waiting(app)}";
            return await Filled(v, path, path, ("oordeel", "goedkeuren"), ("reden", "Dat is nodig"));
        }),
        ["POST /dossiers/{id:guid}/zorg/verschil/{shift:guid}"] = new("coordinator", async (app, v) =>
        {
            var (id, coordinator) = await CareHours.A_difference_in_hours.Different(app);
            coordinator.Dispose();
            var path = $"/dossiers/{id}/zorg/verschil/{await app.Database.AsAdmin("select id from shift_line")}";
            return await Filled(v, path, path, ("welke_geldt", "bestand"), ("reden", "Gebeld met de zorgverlener"));
        }),
        ["POST /diensten"] = new("coordinator", async (app, v) =>
        {
            var (_, number, carer, coordinator) = await CareHours.Shifts.Family(app);
            carer.Dispose();
            coordinator.Dispose();
            return await Filled(v, "/diensten", "/diensten", ("tekst", CareHours.Shifts.Head + CareHours.Shifts.Morning(number)));
        }) { Acts = false, Shows = true },
        ["POST /maanden"] = new("coordinator", (_, v) => Filled(v, "/maanden", "/maanden", ("programma", "zuid-limburg-2021"), ("maand", "04-2023"))),
        ["POST /maanden/open"] = new("coordinator", async (app, v) =>
        {
            await CareHours.A_closed_month.Close(v, "04-2023");
            return await Filled(v, "/maanden", "/maanden/open", ("welke_maand", $"{await app.Database.AsAdmin("select id from closed_month")}"), ("reden_open", "Een dienst was vergeten"));
        }),
        ["POST /gezin/uren/{contact:guid}"] = new(null, async (app, v) =>
        {
            var contact = await FamilyDoors.Confirming_hours.LaidBefore(app, v);
            return await Filled(v, $"/gezin/uren/{contact}", $"/gezin/uren/{contact}", ("uren_kloppen", "klopt-niet"), ("klopt_niet_want", "Zij ging eerder weg"));
        }),
        ["POST /dossiers/{id:guid}/zorg/contact"] = With("kraamverzorgende", "zorg/contact", Decided, ("dag", "14-05-2023"), ("van", "9:00"), ("tot", "12:00"), ("opmerking", "Rustige ochtend"), ("signaal", "Zij eet weinig")),
        ["POST /dossiers/{id:guid}/zorg/contact/{contact:guid}"] = new("kraamverzorgende", async (app, v) =>
        {
            var (id, carer) = await CareHours.Given.Family(app);
            await CareHours.Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
            carer.Dispose();
            var path = $"/dossiers/{id}/zorg/contact/{await CareHours.Given.Contact(app, "2023-05-14")}";
            return await Filled(v, path, path, ("tot", "11:00"), ("opmerking", "Korter"), ("signaal", "Zij at goed"), ("reden", "Verkeerde tijd"));
        }),
        ["POST /dossiers/{id:guid}/geboorte"] = With("kraamverzorgende", "geboorte", app => Birth.Expecting(app), [.. Birth.One]),
        ["POST /dossiers/{id:guid}/gegevens"] = With("intaker", "gegevens", Born, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023")),
        ["POST /dossiers/{id:guid}/gegevens/oordeel"] = new("coordinator", async (app, v) =>
        {
            var page = $"/dossiers/{await Born(app)}/gegevens";
            using var intaker = await app.Visit("intaker");
            var (_, changed) = await Filled(intaker, page, page, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));
            await intaker.Post(page, changed);
            return await Filled(v, page, page + "/oordeel", ("oordeel", "De plaats blijft zoals zij is"));
        }),
        ["POST /dossiers/{id:guid}/pijler/{pillar:int}"] = With("jgz", "pijler/2", app => new Builder(app).Dossier().InCare().For(1).Save(), ("vraag", "Rust in huis"), ("doel", "beide"), ("overbruggen_naar", "jeugdhulp"), ("akkoord", "moeder"), ("aanmelder", "jgz"), ("geen_bericht", "ja")),
        ["POST /dossiers/{id:guid}/toestemming"] = Of("intaker", "toestemming", [.. Consents.What_a_family_agrees_to.Evaluation, ("gegever_naam", "Anna de Proef")]),
        ["POST /dossiers/{id:guid}/bereiken"] = Of("intaker", "bereiken", ("contact", "telefoon"), ("contact_leest_mee", "niemand"), ("contact_moment", "na negen uur")),
        ["POST /dossiers/{id:guid}/uitgerekend"] = Of("intaker", "uitgerekend", ("uitgerekend", "04-07-2023"), ("bron", "echo van 12 mei")),
        ["POST /dossiers/{id:guid}/betrokken"] = Of("coordinator", "betrokken", ("stap", "uitnodigen"), ("organisatie", "jgz-zuid-limburg"), ("grond", "betrokken"), ("reden", "Om mee te kijken")),
        ["POST /noodknop"] = new("kraamverzorgende", async (app, v) =>
        {
            await new Builder(app).Dossier().Save();
            return await Filled(v, "/noodknop", "/noodknop", ("naam", "Anna de Proef"), ("geboortedatum", "02-03-1995"), ("grond", "acuut"), ("toelichting", "Zij belde en haar eigen verzorgende is onbereikbaar"));
        }),
        ["POST /dossiers/{id:guid}/vragenlijst/{code}"] = With("kraamverzorgende", "vragenlijst/start", app => new Builder(app).Dossier().InCare().Save(), ("werk", "bijstand"), ("doe", "bewaren")),
        ["POST /gezin/vragenlijst/{code}"] = new(null, async (app, v) =>
        {
            var id = await FamilyDoors.Door.Family(app);
            var (link, code) = await FamilyDoors.Door.Invite(app, id);
            await v.Get(link);
            await v.Post(link, ("gezin_code", code));
            return await Filled(v, "/gezin/vragenlijst/start", "/gezin/vragenlijst/start", ("werk", "bijstand"));
        }),
        ["POST /dossiers/{id:guid}/identiteit/controle"] = Identity("controle", ("controle", "document"), ("dag", "14-05-2023"), ("bewijs", "paspoort"), ("bewijs_eind", "A12")),
        ["POST /dossiers/{id:guid}/identiteit/nummer"] = Identity("nummer", ("geen_bsn", "net-aangekomen")),
        ["POST /dossiers/{id:guid}/achterhouden"] = Of("coordinator", "achterhouden", [.. Log.Kept.From_the_family()]),
        ["POST /beheer/toezicht/achterhouden/{id:guid}"] = new("privacy", async (app, v) =>
        {
            var path = $"/beheer/toezicht/achterhouden/{await Log.Kept.Asked(app, await new Builder(app).Dossier().Save())}";
            return await Filled(v, "/beheer/toezicht/achterhouden", path, ("oordeel", "goedkeuren"), ("reden", "Dat is nodig"));
        }),
        ["POST /beheer/toezicht"] = new("privacy", (_, v) => Filled(v, "/beheer/toezicht", "/beheer/toezicht", ("bevinding", "Niets bijzonders"))),
        ["POST /dossiers/{id:guid}/einde"] = Of("intaker", "einde", ("einde", "verhuisd"), ("dag", "15-05-2023"), ("zeker", "ja")),
        ["POST /dossiers/{id:guid}/heropenen"] = With("intaker", "heropenen", Ended, ("reden", "Zij bleef toch hier wonen")),
        ["POST /dossiers/{id:guid}/beperken"] = Of("intaker", "beperken", ("naam_verzoeker", "Anna de Proef"), ("beperkt_om", "juistheid"), ("toelichting", "Het huisnummer klopt niet")),
        ["POST /dossiers/{id:guid}/beperken/opheffen"] = new("coordinator", async (app, v) =>
        {
            var page = $"/dossiers/{await new Builder(app).Dossier().Save()}/beperken";
            using var intaker = await app.Visit("intaker");
            await intaker.Get(page);
            await intaker.Post(page, ("naam_verzoeker", "Anna"), ("beperkt_om", "bezwaar"));
            return await Filled(v, page, page + "/opheffen", ("reden", "Het is nagegaan"));
        }),
        ["POST /dossiers/{id:guid}/verbeteren"] = Of("intaker", "verbeteren", ("naam_moeder", "Hanna van der Test"), ("telefoon", "045 123 45 67"), ("bron", "document"), ("toelichting", "Verkeerd gehoord")),
        ["POST /dossiers/{id:guid}/verklaring"] = Of("intaker", "verklaring", [.. Corrections.What_the_family_says_itself.Refusal]),
        ["POST /dossiers/{id:guid}/kennen"] = Of("intaker", "kennen", ("band", "familie")),
        ["POST /dossiers/{id:guid}/adres"] = Of("intaker", "adres", ("afscherming", "geheim"), ("postcode", "6411AB"), ("huisnummer", "37bis"), ("telefoon", "045 123 45 67"), ("toelichting", "De politie raadde het aan")),
        ["POST /dossiers/{id:guid}/vertrouwelijk"] = With("kraamverzorgende", "vertrouwelijk", app => new Builder(app).Dossier().InCare().Save(), ("notitie", "Zij had een blauw oog")),
        ["POST /dossiers/{id:guid}/vertrouwelijk/delen"] = new("kraamverzorgende", async (app, v) =>
        {
            var page = $"/dossiers/{await new Builder(app).Dossier().InCare().Save()}/vertrouwelijk";
            await v.Get(page);
            await v.Post(page, ("notitie", "Zij had een blauw oog"));
            return await Filled(v, page, page + "/delen", ("welke_notitie", (await app.Database.AsAdmin("select id::text from confidential_note"))!.ToString()!), ("delen_met", "jgz"), ("deel_reden", "Zij komt er vrijdag"));
        }),
        ["POST /dossiers/{id:guid}/afschrift"] = Of("intaker", "afschrift", [.. Copies.Copying.Request]),
        ["POST /dossiers/{id:guid}/afschrift/{code}"] = CopyPart("", ("besluit", "weigeren"), ("weigergrond", "rechten-ander"), ("uitleg", "Om een ander te sparen")),
        ["POST /dossiers/{id:guid}/afschrift/{code}/weglaten"] = CopyPart("/weglaten", ("regels", "mother:moeder"), ("weglaat_grond", "ander"), ("toelichting", "Dit gaat over haar zus")),
        ["POST /dossiers/{id:guid}/vernietigen"] = Of("intaker", "vernietigen", ("vraagt_als", "moeder"), ("naam_verzoeker", "Anna de Proef"), ("gevraagd_op", "14-05-2023")),
        ["POST /dossiers/{id:guid}/vernietigen/besluit"] = new("intaker", async (app, v) =>
        {
            var page = $"/dossiers/{await new Builder(app).Dossier().Save()}/vernietigen";
            await v.Get(page);
            await Rights.Destroying.Ask(v, Guid.Parse(page.Split('/')[2]));
            return await Filled(v, page, page + "/besluit", ("besluit", "weigeren"), ("weigergrond", "wet"), ("toelichting", "De wet wil dat dit blijft"));
        }),
        ["POST /dossiers/{id:guid}/vernietigen/uitvoeren"] = new("coordinator", async (app, v) =>
        {
            var id = await new Builder(app).Dossier().Save();
            await Rights.Destroying.Grant(app, id);
            return await Filled(v, $"/dossiers/{id}/vernietigen", $"/dossiers/{id}/vernietigen/uitvoeren", ("zeker", "ja"));
        }),
        ["POST /werk/dubbel/{id:guid}"] = new("intaker", async (app, v) =>
        {
            var (_, path) = await Judging_a_waiting_row.Waiting(app);
            return await Filled(v, path, path, ("oordeel", "ander"), ("reden", "Gebeld: een zus met dezelfde achternaam."));
        }) { Acts = false },
        ["POST /werk/lijkt-op/{id:guid}"] = new("intaker", async (app, v) =>
        {
            await Resembling.Stored(app, "verloskunde-elders");
            var made = await Resembling.Apply(app, FormFields.Bsn);
            await v.Get($"/werk/lijkt-op/{made}");
            return await Filled(v, $"/werk/lijkt-op/{made}", Resembling.Action(v), ("oordeel", "ander"), ("reden", "Gebeld: een zus."));
        }),
    };

    /// <summary>Other things that the same form does, behind its route: each writes something of its own.</summary>
    public static readonly IReadOnlyDictionary<string, SentForm> Steps = new Dictionary<string, SentForm>(StringComparer.Ordinal)
    {
        ["POST /dossiers/{id:guid}/afwijken/{pillar:int}#blijft"] = With("intaker", "afwijken/1", async app =>
        {
            var (id, intaker) = await Facts_that_changed_since_an_override_was_asked.Returned(app);
            intaker.Dispose();
            return id;
        }, ("besluit", "blijft"), ("reden", "Het gezin ziet ervan af")),
        ["POST /dossiers/{id:guid}/afschrift/{code}#vrijgeven"] = CopyPart("", ("besluit", "vrijgeven"), ("meegegeven", "in-persoon")),
        ["POST /dossiers/{id:guid}/plaats/{pillar:int}#wacht-nog"] = With("coordinator", "plaats/1", Waiting, ("stap", "wacht-nog")),
        ["POST /dossiers/{id:guid}/plaats/{pillar:int}#wacht-niet-meer"] = With("intaker", "plaats/1", Waiting, ("stap", "wacht-niet-meer"), ("wie", "gezin"), ("reden", "Oma helpt nu")),
    };

    /// <summary>What a browser would send of the form on the page that goes to an address.</summary>
    public static IEnumerable<(string Name, string Value)> On(Visitor visitor, string path)
    {
        var own = visitor.Page.QuerySelectorAll($"main form[action='{path}']").SelectMany(f => f.QuerySelectorAll("[name]")).Select(f => f.GetAttribute("name")!).ToHashSet(StringComparer.Ordinal);
        return A_database_that_goes_away.Typed(visitor).Where(t => own.Contains(t.Name)).Distinct();
    }

    private static SentForm Identity(string form, params (string Name, string Value)[] says) => new("intaker", async (app, v) =>
    {
        var page = $"/dossiers/{await new Builder(app).Dossier().Save()}/identiteit";
        return await Filled(v, page, $"{page}/{form}", says);
    });

    private static SentForm CopyPart(string form, params (string Name, string Value)[] says) => new("intaker", async (app, v) =>
    {
        var id = await new Builder(app).Dossier().Save();
        await Copies.Copying.Ask(v, id);
        var page = await Copies.Copying.Part(app, id, "moeder");
        return await Filled(v, page, page + form, says);
    });

    private static SentForm Of(string persona, string page, params (string Name, string Value)[] says) => With(persona, page, app => new Builder(app).Dossier().Save(), says);

    private static SentForm With(string persona, string page, Func<App, Task<Guid>> make, params (string Name, string Value)[] says) => new(persona, async (app, v) =>
    {
        var path = $"/dossiers/{await make(app)}/{page}";
        return await Filled(v, path, path, says);
    });

    private static async Task<(string Path, IReadOnlyList<(string Name, string Value)> Sent)> Filled(Visitor visitor, string page, string path, params (string Name, string Value)[] says)
    {
        await visitor.Get(page);
        return (path, [.. On(visitor, path).Where(o => says.All(s => s.Name != o.Name)), .. says]);
    }

    private static async Task<Guid> Waiting(App app) => (await PlaceKeeping.A_place_that_comes_free.Full(app)).First;

    private static async Task<Guid> Decided(App app)
    {
        var id = await new Builder(app).Dossier().Born(new(2023, 5, 10)).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        return id;
    }

    private static async Task<Guid> Born(App app)
    {
        var id = await Birth.Expecting(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(intaker, id);
        return id;
    }

    private static async Task<Guid> Ended(App app)
    {
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        await Ending_a_dossier.End(intaker, id, "verhuisd");
        return id;
    }
}
