using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>The mother signs in with DigiD, through a real OpenID provider, over HTTP as a browser goes.</summary>
public sealed class Signing_in_as_a_family(TestCluster cluster, OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    internal const string Number = "999990019";
    private const string Other = "999911120";
    private const string Start = "/gezin/inloggen/digid";

    [Fact]
    public async Task Opens_what_is_hers_under_another_key_and_leaves_her_number_nowhere()
    {
        var log = new StringWriter();
        await using var app = await provider.ForFamilies(cluster, log);
        var id = await Known(app);
        await A_family_that_comes_in.Decide(app, id);
        await A_family_that_comes_in.Care(app, id);
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into care_contact (id, dossier_id, began, quarters, setting, together, caregiver, carer, registered_on, registered_by, entry_id) values (gen_random_uuid(), '{id}', '2023-05-13 22:00+00', 6, 'thuis', false, 'Demo kraamverzorgende', 'demo:k', '2023-05-14', 'x', gen_random_uuid())");
        await provider.Know("anna", bsn: [Number]);
        using var mother = await Door.Enter(app, id);
        await mother.Get("/gezin/vragenlijst/start");
        await Door.Fill(mother, "start", ("werk", "bijstand"));
        var before = mother.Cookie("flex-gezin")!;
        Assert.Equal("/gezin", A_visit_of_a_family.Where(await mother.Get("/gezin/mijn-gegevens")));
        await mother.Get("/gezin");
        Assert.Contains("Log in met DigiD", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal("Log in met DigiD", mother.Page.QuerySelector($"main a[href='{Start}']")!.TextContent);

        var back = await provider.Through(mother, "anna", Start);
        Assert.Equal("/gezin/mijn-gegevens", A_visit_of_a_family.Where(await mother.Get(back.ToString())));

        Assert.Equal(HttpStatusCode.OK, (await mother.Get("/gezin/mijn-gegevens")).StatusCode);
        var text = Door.Text(mother);
        Assert.Contains("Kraamzorg zonder eigen bijdrage U krijgt dit.", text, StringComparison.Ordinal);
        Assert.Contains("14-05-2023 7,5 uur, door", text, StringComparison.Ordinal);
        Assert.Contains("14-05-2023 1,5 uur, door", text, StringComparison.Ordinal);
        Assert.Contains("Wat professionals in eigen woorden opschreven, bij de aanvraag of bij een bezoek, staat hier niet.", text, StringComparison.Ordinal);
        Assert.Contains("ijstand", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rustige middag", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, mother.Page.DocumentElement.OuterHtml + back + log, StringComparison.Ordinal);
        Assert.Equal("hoog 1", await app.Database.AsAdmin("select level || ' ' || count(*) over () from family_session"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'FamilySignedIn' and dossier_id = $1 and role = 'gezin'", id));
        Assert.Equal(0L, await app.Database.AsAdmin($"select count(*) from journal.entry e where e::text like '%{Number}%'"));
        using var thief = await app.Visit();
        thief.Steal("flex-gezin", before);
        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await thief.Get("/gezin")));
    }

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "another person", Other, "hoog", "iemand anders dan de persoon voor wie deze link is" },
        { "not certain enough", Number, "laag", "DigiD-app of met controle per sms" },
        { "no number", "", "hoog", "gaf niet door wie u bent" },
        { "no BSN", "123456789", "hoog", "gaf niet door wie u bent" },
        { "two numbers", Number + "," + Other, "hoog", "gaf niet door wie u bent" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task As_somebody_else_or_not_certainly_is_told_in_words_and_in_the_journal(string what, string bsn, string acr, string said)
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await provider.Know(what, acr: acr, bsn: bsn.Length == 0 ? null : bsn.Split(','));
        using var mother = await Door.Enter(app, id);

        var answer = await provider.SignIn(mother, what, Start);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(said, Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal("/gezin", A_visit_of_a_family.Where(await mother.Get("/gezin/mijn-gegevens")));
        Assert.Equal("1 code", await app.Database.AsAdmin("select (select count(*) from journal.entry where act = 'FamilyNotSignedIn' and dossier_id = $1) || ' ' || level from family_session", id));
        Assert.DoesNotContain(Number, mother.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_number_is_not_known_here_is_told_whom_to_ask()
    {
        await using var app = await provider.ForFamilies(cluster);
        await provider.Know("anna", bsn: [Number]);
        using var mother = await Door.Enter(app, await Door.Family(app));

        Assert.Equal(HttpStatusCode.Forbidden, (await provider.SignIn(mother, "anna", Start)).StatusCode);
        Assert.Contains("Uw BSN is hier nog niet vastgelegd.", Door.Text(mother), StringComparison.Ordinal);
    }

    // The mother's own DigiD, in the visit that was opened for another family or another person.
    [Theory]
    [InlineData("moeder")]
    [InlineData("partner")]
    public async Task In_the_visit_of_somebody_else_opens_nothing(string who)
    {
        await using var app = await provider.ForFamilies(cluster);
        await Known(app);
        var other = await Door.Family(app, name: "Bea de Tweede");
        await provider.Know("anna", bsn: [Number]);
        using var visitor = await Door.Enter(app, other, who);

        if (who == "partner")
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(Start)).StatusCode);
        }
        else
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await provider.SignIn(visitor, "anna", Start)).StatusCode);
        }

        Assert.Equal("/gezin", A_visit_of_a_family.Where(await visitor.Get("/gezin/mijn-gegevens")));
        Assert.Equal("code", await app.Database.AsAdmin("select level from family_session"));
    }

    [Fact]
    public async Task On_the_device_of_a_professional_and_without_a_visit_is_not_possible()
    {
        await using var app = await provider.ForFamilies(cluster);
        using var device = await Door.HandOver(app, await Known(app));
        using var stranger = await app.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await device.Get(Start)).StatusCode);
        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await stranger.Get(Start)));
    }

    [Fact]
    public async Task Answered_twice_counts_once_and_in_another_browser_not_at_all()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await provider.Know("anna", bsn: [Number]);
        using var mother = await Door.Enter(app, id);
        using var thief = await Door.Enter(app, await Door.Family(app, name: "Bea de Tweede"));
        var back = await provider.Through(mother, "anna", Start);

        Assert.Equal(HttpStatusCode.BadRequest, (await thief.Get(back.ToString())).StatusCode);
        Assert.Equal("code,code", await app.Database.AsAdmin("select string_agg(level, ',') from family_session"));
        Assert.Equal("/gezin/mijn-gegevens", A_visit_of_a_family.Where(await mother.Get(back.ToString())));
        Assert.Equal(HttpStatusCode.BadRequest, (await mother.Get(back.ToString())).StatusCode);
    }

    [Fact]
    public async Task After_the_visit_was_shut_meanwhile_opens_nothing()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await provider.Know("anna", bsn: [Number]);
        using var mother = await Door.Enter(app, id);
        var back = await provider.Through(mother, "anna", Start);
        await Door.Say(app, id, "geen");

        Assert.Equal(HttpStatusCode.Forbidden, (await mother.Get(back.ToString())).StatusCode);
        Assert.Contains("Uw pagina was al gesloten.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal("code", await app.Database.AsAdmin("select level from family_session"));
    }

    public static TheoryData<string> Tampered => ["not signed", "another nonce", "for another client", "a number put in and not signed again"];

    [Theory]
    [MemberData(nameof(Tampered))]
    public async Task By_a_token_that_is_not_what_was_asked_opens_nothing(string what)
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await provider.Know("anna", bsn: [what.StartsWith("a number", StringComparison.Ordinal) ? Other : Number]);
        using var mother = await Door.Enter(app, id);
        provider.Token = token => what switch
        {
            "not signed" => Header(token).Unsigned(),
            "another nonce" => Payload(token, "nonce", "639000000000000000.abcdefghijklmnop").Signed(provider.Key),
            "for another client" => Payload(token, "aud", "een-ander").Signed(provider.Key),
            _ => Payload(token, "bsn", Number).Signed(System.Security.Cryptography.RSA.Create(2048)),
        };

        Assert.Equal(HttpStatusCode.BadRequest, (await provider.SignIn(mother, "anna", Start)).StatusCode);
        Assert.Contains("Het inloggen is niet gelukt.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal("code", await app.Database.AsAdmin("select level from family_session"));
        provider.Token = what.StartsWith("a number", StringComparison.Ordinal) ? null : token => token.Signed(provider.Key);
        Assert.Equal(what.StartsWith("a number", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.Redirect, (await provider.SignIn(mother, "anna", Start)).StatusCode);
    }

    [Fact]
    public async Task While_the_broker_is_away_is_told_and_nothing_is_lost()
    {
        await using var app = await provider.ForFamilies(cluster);
        using var mother = await Door.Enter(app, await Known(app));
        provider.Away = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await mother.Get(Start)).StatusCode);
        Assert.Contains("DigiD is nu niet te bereiken.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await mother.Get("/gezin")).StatusCode);
    }

    // The number of the mother is in the vault; she may be written to.
    internal static async Task<Guid> Known(App app)
    {
        var id = await new Builder(app).Dossier().InCare().Known(Number, "0612345678").Save();
        await Door.Say(app, id, "brief");
        return id;
    }

    private static Jwt Header(Jwt token)
    {
        token.Header["alg"] = "none";
        return token;
    }

    private static Jwt Payload(Jwt token, string claim, string value)
    {
        token.Payload[claim] = value;
        return token;
    }
}
