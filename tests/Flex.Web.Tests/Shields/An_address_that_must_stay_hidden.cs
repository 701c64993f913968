using System.Net;
using System.Text;
using Flex.Web.Features.Exports;
using Flex.Web.Tests.Copies;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Log;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Shields;

public sealed class An_address_that_must_stay_hidden(TestCluster cluster)
{
    private static readonly string[] Address = ["6411AB", "37bis", "045 123 45 67"];
    private static readonly string[] Everybody = ["verloskundige", "intaker", "coordinator", "kraamverzorgende", "jgz"];

    [Fact]
    public async Task Is_sealed_in_one_place_and_gone_from_every_other_in_one_act_that_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await Family(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("6411AB 37bis", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get(Assert.Single(intaker.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/adres']")).GetAttribute("href")!);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Shield(intaker, id, act, ("afscherming", "opvang"))));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("opvang Demo intaker", await app.Database.AsAdmin("select string_agg(kind || ' ' || said_by, ',') from address_shield where dossier_id = $1", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from mother where dossier_id = $1 and coalesce(postcode, house_number, telephone) is not null", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from residence where dossier_id = $1 and postcode is not null", id));
        Assert.DoesNotContain("6411AB", Encoding.UTF8.GetString((byte[])(await app.Database.AsAdmin("select sealed from shielded_address"))!), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join address_shield s on s.entry_id = e.id where e.act = 'AddressShielded' and e.body is not null"));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het adres afgeschermd: verblijf in een opvang.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_on_no_page_in_no_list_no_file_and_no_copy()
    {
        await using var app = await App.Start(cluster);
        var id = await Shielded(app);
        foreach (var persona in Everybody)
        {
            using var visitor = await app.Visit(persona);
            foreach (var page in (string[])["", "/historie", "/adres", "/verbeteren", "/gegevens", "/identiteit", "/betrokken", "/afschrift", "/besluit/1", "/brief/1", "/uitleg"])
            {
                var text = await (await visitor.Get($"/dossiers/{id}{page}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.All(Address, a => Assert.DoesNotContain(a, text, StringComparison.Ordinal));
                Assert.False(page is "" or "/historie" && text.Contains("Heerlen", StringComparison.Ordinal), $"{persona} reads the municipality on {page}");
            }

            foreach (var list in (string[])["/werk", "/dossiers"])
            {
                var text = await (await visitor.Get(list)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.All(Address, a => Assert.DoesNotContain(a, text, StringComparison.Ordinal));
            }
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("flex-shield").FullName, "applications.csv");
        Assert.Equal(0, await ExportFile.Run(app.Database.Db(), app.Library, ("applications", "geboortezorg-limburg"), file, "zuid-limburg-2021", TextWriter.Null, TestContext.Current.CancellationToken));
        var copy = (await Copying.Of(app, id, "moeder")).ToJsonString();
        foreach (var text in (string[])[await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), copy])
        {
            Assert.Contains("Anna de Proef", text, StringComparison.Ordinal);
            Assert.All([.. Address, "GM0917", "Heerlen"], a => Assert.DoesNotContain(a, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Is_shown_to_the_kraamverzorgende_who_comes_there_once_she_asks_and_to_nobody_else()
    {
        await using var app = await App.Start(cluster);
        var id = await Shielded(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/adres");
        Assert.DoesNotContain("6411AB", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Single(carer.Page.QuerySelectorAll($"main form[action='/dossiers/{id}/adres/tonen']"));

        Assert.Equal(HttpStatusCode.OK, (await carer.Post($"/dossiers/{id}/adres/tonen")).StatusCode);

        Assert.Contains("6411AB 37bis", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains("045 123 45 67", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal("kraamverzorgende:1", await app.Database.AsAdmin("select string_agg(role || ':' || n, ' ') from (select role, count(*) n from journal.entry where act = 'AddressRead' and dossier_id = $1 group by 1) x", id));
        Assert.Contains(await Kept.Seen(app, id), l => l.Contains("Bekeek uw adres", StringComparison.Ordinal));
        foreach (var persona in Everybody.Where(p => p != "kraamverzorgende"))
        {
            using var visitor = await app.Visit(persona);
            await visitor.Get("/werk");
            await visitor.Post($"/dossiers/{id}/adres/tonen");
            Assert.DoesNotContain("6411AB", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        }

        // Without the care there is nobody to come: not by looking along, and not with the glass broken.
        foreach (var relation in (string[])["uitgenodigd", "nood"])
        {
            await app.Database.AsAdmin(Trust.RelationRows.Sql(relation, id, "geboortezorg-limburg", "demo:kraamverzorgende"));
            await carer.Get($"/dossiers/{id}");
            Assert.Contains("Anna de Proef", carer.Page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await carer.Post($"/dossiers/{id}/adres/tonen")).StatusCode);
        }
    }

    // Who corrects her name cannot write the address back into the open, and does not lose it either.
    [Fact]
    public async Task Stays_where_it_is_when_something_else_is_corrected_or_confirmed()
    {
        await using var app = await App.Start(cluster);
        var id = await Shielded(app);
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get($"/dossiers/{id}/verbeteren");
        Assert.Empty(midwife.Page.QuerySelectorAll("#postcode, #huisnummer, #telefoon, #gemeente"));
        (string Name, string Value)[] said = [("naam_moeder", "Hanna Test"), ("geboortedatum_moeder", "02-03-1995"), ("bron", "document"), ("toelichting", "Verkeerd gehoord"), ("version", "")];

        foreach (var (field, value) in ((string, string)[])[("postcode", "6411ZZ"), ("huisnummer", "1"), ("telefoon", "045 765 43 21"), ("gemeente", "GM0917")])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await midwife.Post($"/dossiers/{id}/verbeteren", [.. said, (field, value)])).StatusCode);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await midwife.Post($"/dossiers/{id}/verbeteren", said)).StatusCode);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/gegevens");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await intaker.Post($"/dossiers/{id}/gegevens", ("postcode", "6411ZZ"), ("gemeente", "GM0917"), ("vanaf", "14-05-2023"), ("version", ""))).StatusCode);
        Assert.Equal("Hanna Test GM0917 0", await app.Database.AsAdmin("select concat_ws(' ', m.name, r.municipality, (select count(*) from residence where postcode is not null)) from mother m join residence r using (dossier_id) where dossier_id = $1", id));
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/adres");
        await carer.Post($"/dossiers/{id}/adres/tonen");
        Assert.Contains("6411AB 37bis", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_changed_without_being_seen_and_lifted_with_a_reason_that_does_not_bring_it_back()
    {
        await using var app = await App.Start(cluster);
        var id = await Shielded(app);
        using var intaker = await app.Visit("intaker");
        using var carer = await app.Visit("kraamverzorgende");
        await intaker.Get($"/dossiers/{id}/adres");
        await carer.Get($"/dossiers/{id}/adres");

        await Shield(intaker, id, null, ("afscherming", "geheim"), ("toelichting", "De politie raadde het aan"));
        await carer.Post($"/dossiers/{id}/adres/tonen");
        Assert.Contains("6411AB 37bis", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        await Shield(intaker, id, null, ("afscherming", "opvang"), ("postcode", "6222 CD"), ("huisnummer", "4"));
        await carer.Post($"/dossiers/{id}/adres/tonen");
        Assert.Contains("6222CD 4", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.DoesNotContain("045 123 45 67", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shield(intaker, id, null, ("afscherming", "geen"))).StatusCode);
        await Shield(intaker, id, null, ("afscherming", "geen"), ("toelichting", "Zij woont weer thuis"));
        Assert.Equal("0 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from shielded_address), (select count(*) from mother where postcode is not null))"));
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Post($"/dossiers/{id}/adres/tonen")).StatusCode);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft vastgelegd dat het adres niet meer is afgeschermd.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Reden: “Zij woont weer thuis”.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afscherming", "", "Dit is nog niet ingevuld")]
    [InlineData("postcode", "12", "Dit is geen postcode")]
    [InlineData("huisnummer", "bis", "Een huisnummer begint met een cijfer")]
    [InlineData("telefoon", "1", "Dit is geen telefoonnummer")]
    [InlineData("toelichting", "Nummer 999911120", "BSN")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string field, string value, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await Family(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/adres");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shield(intaker, id, null, ("afscherming", field == "afscherming" ? "" : "geheim"), (field, value))).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from address_shield"));
    }

    internal static async Task<Guid> Family(App app)
    {
        var id = await new Builder(app).Dossier().InCare().In("Heerlen").At("6411AB").Known("999911120", "045 123 45 67").Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update mother set house_number = '37bis'");
        return id;
    }

    internal static async Task<Guid> Shielded(App app)
    {
        var id = await Family(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/adres");
        Assert.Equal(HttpStatusCode.SeeOther, (await Shield(intaker, id, null, ("afscherming", "opvang"))).StatusCode);
        return id;
    }

    private static Task<HttpResponseMessage> Shield(Visitor visitor, Guid id, Guid? act, params (string Name, string Value)[] says) =>
        visitor.Post($"/dossiers/{id}/adres", [.. says.DistinctBy(s => s.Name), ("act", (act ?? Guid.NewGuid()).ToString())]);
}
