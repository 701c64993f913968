using System.Net;
using Flex.Domain.Vulnerability;
using Flex.Web.Tests.Copies;
using Flex.Web.Tests.Log;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>After DigiD the mother reads her application, her class with its reasons, what was decided and why, the copy that was released, and who looked. Read only, each look in the journal.</summary>
public sealed class What_is_hers_after_signing_in(TestCluster cluster, OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    private const string Record = "/gezin/mijn-gegevens";
    private const string Log = "/gezin/wie-keek";
    private const string Note = "Haar zus heeft schulden";

    [Fact]
    public async Task Is_her_application_her_class_and_why_it_was_decided_so()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await A_family_that_comes_in.Decide(app, id);
        using var mother = await In(app, id);

        Assert.Equal(HttpStatusCode.OK, (await mother.Get(Record)).StatusCode);

        var text = Door.Text(mother);
        Assert.Contains("De aanvraag Ontvangen op 01-05-2023", text, StringComparison.Ordinal);
        Assert.Contains("U hebt zorgen over geld.", text, StringComparison.Ordinal);
        Assert.Matches("Hoe dat is opgeschreven [A-Za-z ]*kwetsbaar, op 01-05-2023", text);
        Assert.Contains("U krijgt dit. Besloten op 15-05-2023. Alles klopte met de voorwaarden.", text, StringComparison.Ordinal);
        Assert.All((string[])[Note, "Huiselijk geweld", "Regel", id.ToString()], said => Assert.DoesNotContain(said, mother.Page.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.Empty(mother.Page.QuerySelectorAll("main form[method=post]:not([action='/gezin/sluiten'])"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DossierRead' and role = 'gezin' and dossier_id = $1 and purpose = 'eigen gegevens'", id));
    }

    [Fact]
    public async Task Is_no_factor_of_her_partner()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit("national/factors/1.json", "\"label\": \"Financiële problemen\", \"kind\": \"risk\"", "\"label\": \"Financiële problemen\", \"kind\": \"risk\", \"about\": \"partner\"");
        await using var app = await provider.ForFamilies(cluster, programmes: copy.Folder);
        var id = await Known(app);
        using var mother = await In(app, id);

        await mother.Get(Record);

        Assert.DoesNotContain("zorgen over geld", Door.Text(mother), StringComparison.Ordinal);
        Assert.Contains("Hoe dat is opgeschreven", Door.Text(mother), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_copy_that_was_released_and_not_one_that_waits_or_of_another()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await Copying.Of(app, id, "moeder");
        var hers = await Part(app, id, "moeder");
        await Copying.Of(app, id, "partner", "partner");
        var his = await Part(app, id, "partner");
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);
        var waits = await Part(app, id, "moeder");
        var other = await Door.Family(app, name: "Bea de Tweede");
        await Copying.Of(app, other, "moeder");
        using var mother = await In(app, id);

        await mother.Get(Record);
        Assert.Equal([$"/gezin/afschrift/{hers}"], mother.Page.QuerySelectorAll("#afschrift a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.OK, (await mother.Get($"/gezin/afschrift/{hers}")).StatusCode);

        Assert.Contains(Note, mother.Page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'CopyRead' and role = 'gezin' and dossier_id = $1 and body is not null", id));
        foreach (var part in new[] { his, waits, await Part(app, other, "moeder"), Guid.NewGuid(), Guid.Empty })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await mother.Get($"/gezin/afschrift/{part}")).StatusCode);
        }
    }

    // She said that somebody reads along, and who reviewed it chose to give it in hand: then a telephone is not the place.
    [Fact]
    public async Task Is_no_copy_that_was_to_be_given_in_hand_where_somebody_reads_along()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await Copying.Of(app, id, "moeder");
        await app.Database.AsAdmin("set session_replication_role = replica; update safe_contact set reads_along = 'partner'");
        using var mother = await In(app, id);

        await mother.Get(Record);

        Assert.Empty(mother.Page.QuerySelectorAll("#afschrift a"));
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get($"/gezin/afschrift/{await Part(app, id, "moeder")}")).StatusCode);
        await app.Database.AsAdmin("set session_replication_role = replica; update copy_part set handed = 'brief'");
        Assert.Equal(HttpStatusCode.OK, (await mother.Get($"/gezin/afschrift/{await Part(app, id, "moeder")}")).StatusCode);
    }

    [Fact]
    public async Task Is_who_looked_with_her_own_look_and_without_what_is_withheld()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        using var mother = await In(app, id);
        await mother.Get(Log);
        Assert.Contains("Geboortezorg Limburg, intaker Bekeek uw gegevens", Door.Text(mother), StringComparison.Ordinal);
        Assert.DoesNotContain("Demo intaker", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal<IEnumerable<string>>(Seen(mother), (await Kept.Seen(app, id)).Where(l => !l.Contains("overzicht", StringComparison.Ordinal) && !l.Contains("Uw gezin", StringComparison.Ordinal)));

        await Kept.Asked(app, id);

        await mother.Get(Log);
        Assert.DoesNotContain("Geboortezorg Limburg", Door.Text(mother), StringComparison.Ordinal);
        Assert.Contains("Uw gezin, op de eigen bladzijde: de moeder Bekeek dit overzicht", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'FamilyLogRead' and role = 'gezin' and dossier_id = $1", id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mother.Get(Log + "?van=morgen")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get(Log + "?na=niets")).StatusCode);
        await mother.Get(Log + "?van=01-01-2001&tot=02-01-2001");
        Assert.Contains("In deze dagen keek niemand", Door.Text(mother), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moeder")]
    [InlineData("vertegenwoordiger")]
    [InlineData("andere-ouder")]
    [InlineData("partner")]
    public async Task Is_shut_by_link_and_code_alone(string who)
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await Copying.Of(app, id, "moeder");
        using var visitor = await Door.Enter(app, id, who);

        Assert.Equal("/gezin", A_visit_of_a_family.Where(await visitor.Get(Record)));
        Assert.Equal("/gezin", A_visit_of_a_family.Where(await visitor.Get(Log)));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/gezin/afschrift/{await Part(app, id, "moeder")}")).StatusCode);
    }

    // Somebody with the database and without the keys changed what is stored: what is whole is shown, and what is not is said.
    [Fact]
    public async Task Is_shown_with_the_words_that_cannot_be_read_named_where_something_was_tampered_with()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await A_family_that_comes_in.Decide(app, id);
        await Copying.Of(app, id, "moeder");
        await app.Database.AsAdmin($"""
            set session_replication_role = replica;
            update decision set facts = set_byte(facts, 40, (get_byte(facts, 40) + 1) % 256); update copy_part set content = set_byte(content, 40, (get_byte(content, 40) + 1) % 256) where content is not null;
            update journal.entry set context = '\x00' where act = 'DossierRead' and dossier_id = '{id}';
            update journal.entry set body = set_byte(body, 40, (get_byte(body, 40) + 1) % 256) where act = 'CopyAsked'
            """);
        using var mother = await In(app, id);

        Assert.Equal(HttpStatusCode.OK, (await mother.Get(Record)).StatusCode);
        Assert.Contains("Waarom het zo is besloten, is hier nu niet te lezen.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Contains("U hebt zorgen over geld.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await mother.Get($"/gezin/afschrift/{await Part(app, id, "moeder")}")).StatusCode);
        Assert.Contains("Dit afschrift is niet te lezen", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await mother.Get(Log)).StatusCode);
        Assert.Contains("Bekeek uw gegevens", Door.Text(mother), StringComparison.Ordinal);
        Assert.Contains("Dit is niet meer te lezen. De privacyfunctionaris kan het nakijken.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Contains(await Kept.Seen(app, id), l => l.Contains("Dit is niet meer te lezen.", StringComparison.Ordinal));
        using var privacy = await app.Visit("privacy");
        Assert.Equal(HttpStatusCode.OK, (await privacy.Get($"/beheer/toezicht?soort=dossier&wie={await app.Database.AsAdmin("select number from dossier where id = $1", id)}")).StatusCode);
        Assert.Contains("niet te lezen: deze regel is veranderd", Door.Text(privacy), StringComparison.Ordinal);
        using var intaker = await app.Visit("intaker");
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{id}/historie")).StatusCode);
        Assert.Contains("Wat erbij stond is niet te lezen: deze regel is veranderd.", Door.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_at_most_twelve_statements()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        await Copying.Of(app, id, "moeder");
        using var mother = await In(app, id);
        foreach (var path in new[] { Record, Log, $"/gezin/afschrift/{await Part(app, id, "moeder")}" })
        {
            using var statements = new Statements(app.Database);
            await mother.Get(path);
            Assert.True(statements.Asked.Count is >= 5 and <= 12, path + "\n" + string.Join("\n", statements.Asked));
        }
    }

    [Fact]
    public async Task Is_shut_with_everything_else_when_she_wants_nothing_written_or_her_use_is_restricted()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        using var mother = await In(app, id);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beperken");
        await intaker.Post($"/dossiers/{id}/beperken", ("naam_verzoeker", "Anna"), ("beperkt_om", "bezwaar"));
        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await mother.Get(Log)));
        await intaker.Get($"/dossiers/{id}/beperken");
        await intaker.Post($"/dossiers/{id}/beperken/opheffen", ("reden", "Het is nagegaan"));
        Assert.Equal(HttpStatusCode.OK, (await mother.Get(Log)).StatusCode);

        await Door.Say(app, id, "geen");

        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await mother.Get(Record)));
    }

    private async Task<Visitor> In(App app, Guid id)
    {
        await provider.Know("anna", bsn: [Signing_in_as_a_family.Number]);
        var mother = await Door.Enter(app, id);
        await provider.SignIn(mother, "anna", "/gezin/inloggen/digid");
        return mother;
    }

    // Her number is in the vault, she may be written to, and the applicant remarked something of her sister.
    private static async Task<Guid> Known(App app)
    {
        var id = await new Builder(app).Dossier().InCare().Known(Signing_in_as_a_family.Number, "0612345678").Saying(Note).Factor("U1", FactorState.PresentNotWeighing).Save();
        await Door.Say(app, id, "brief");
        return id;
    }

    private static async Task<Guid> Part(App app, Guid id, string part) => (Guid)(await app.Database.AsAdmin("select id from copy_part where dossier_id = $1 and part = $2 order by id desc limit 1", id, part))!;

    private static string[] Seen(Visitor mother) => [.. mother.Page.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        .Where(l => !l.Contains("overzicht", StringComparison.Ordinal) && !l.Contains("Uw gezin", StringComparison.Ordinal))];
}
