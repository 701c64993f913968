using System.Net;
using System.Text;
using Flex.Web.Tests.Copies;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Log;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Confidences;

public sealed class What_is_written_in_confidence(TestCluster cluster)
{
    private const string Note = "Zij had een blauw oog en zei dat zij gevallen was.";
    private static readonly string[] Others = ["verloskundige", "jgz", "intaker", "coordinator"];

    [Fact]
    public async Task Is_stored_sealed_once_and_read_by_the_own_discipline()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}");
        await carer.Get(Assert.Single(carer.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/vertrouwelijk']")).GetAttribute("href")!);
        Assert.Contains("hangt niet af van een toestemming", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Write(carer, id, act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}/vertrouwelijk", a.Headers.Location?.OriginalString));
        Assert.Equal("kraamzorg Demo kraamverzorgende 2023-05-15", await app.Database.AsAdmin("select concat_ws(' ', discipline, written_by, written_on) from confidential_note where dossier_id = $1", id));
        var kept = (byte[])(await app.Database.AsAdmin("select sealed from confidential_note"))!;
        Assert.DoesNotContain("blauw oog", Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join confidential_note n on n.entry_id = e.id where e.act = 'NoteWritten'"));
        await carer.Get($"/dossiers/{id}/vertrouwelijk");
        Assert.Contains(Note, Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains("Van: kraamverzorgenden.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    // Not its words, and not that it is there.
    [Fact]
    public async Task Is_nowhere_for_another_discipline_and_each_look_at_the_page_is_a_line()
    {
        await using var app = await App.Start(cluster);
        var id = await Written(app);
        foreach (var persona in Others)
        {
            using var visitor = await app.Visit(persona);
            await visitor.Get($"/dossiers/{id}/vertrouwelijk");
            Assert.Contains("Er is niets dat u hier mag lezen", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
            Assert.Empty(visitor.Page.QuerySelectorAll("select[name=welke_notitie]"));
            foreach (var page in (string[])["vertrouwelijk", "historie", "", "betrokken", "identiteit"])
            {
                var answer = await visitor.Get($"/dossiers/{id}/{page}".TrimEnd('/'));
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain("blauw oog", text, StringComparison.Ordinal);
                Assert.DoesNotContain("iets vertrouwelijk opgeschreven", text, StringComparison.Ordinal);
            }
        }

        Assert.Equal("coordinator:2 intaker:2 jgz:2 verloskundige:2", await app.Database.AsAdmin("select string_agg(role || ':' || n, ' ' order by role) from (select role, count(*) n from journal.entry where act = 'NoteRead' and dossier_id = $1 and role <> 'kraamverzorgende' group by 1) x", id));
    }

    [Fact]
    public async Task Is_shared_with_one_discipline_by_its_own_with_a_reason_as_an_act()
    {
        await using var app = await App.Start(cluster);
        var id = await Written(app);
        var note = (await app.Database.AsAdmin("select id::text from confidential_note"))!.ToString()!;
        using (var midwife = await app.Visit("verloskundige"))
        {
            await midwife.Get($"/dossiers/{id}/vertrouwelijk");
            Assert.Equal(HttpStatusCode.NotFound, (await Share(midwife, id, note, "jgz")).StatusCode);
            Assert.Equal("verloskundige", await app.Database.AsAdmin("select string_agg(role, ',') from journal.entry where act = 'Refused' and dossier_id = $1", id));
        }

        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vertrouwelijk");
        var act = Guid.NewGuid();
        Assert.All(await Task.WhenAll(Share(carer, id, note, "jgz", act), Share(carer, id, note, "jgz", act)), a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));

        Assert.Equal("jgz Zij komt er vrijdag Demo kraamverzorgende", await app.Database.AsAdmin("select concat_ws(' ', discipline, because, shared_by) from confidential_share"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join confidential_share s on s.entry_id = e.id where e.act = 'NoteShared' and e.body is not null"));
        foreach (var persona in Others)
        {
            using var visitor = await app.Visit(persona);
            await visitor.Get($"/dossiers/{id}/vertrouwelijk");
            Assert.Equal(persona == "jgz", Looking_at_a_dossier.Text(visitor).Contains(Note, StringComparison.Ordinal));
            Assert.Equal(persona == "jgz", Looking_at_a_dossier.Text(visitor).Contains("Gedeeld met JGZ-verpleegkundigen op 15-05-2023 door Demo kraamverzorgende. Zij komt er vrijdag", StringComparison.Ordinal));
            Assert.Empty(visitor.Page.QuerySelectorAll("select[name=welke_notitie]"));
        }
    }

    [Theory]
    [InlineData("", "notitie", "", "Schrijf op wat u zag")]
    [InlineData("", "notitie", "Haar nummer is 999911120", "BSN")]
    [InlineData("/delen", "welke_notitie", "", "Kies welke notitie u deelt.")]
    [InlineData("/delen", "delen_met", "", "Dit is nog niet ingevuld")]
    [InlineData("/delen", "delen_met", "kraamzorg", "Dit antwoord kennen we niet")]
    [InlineData("/delen", "deel_reden", "", "Schrijf op waarom")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_what_was_typed(string form, string field, string value, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await Written(app);
        var note = (await app.Database.AsAdmin("select id::text from confidential_note"))!.ToString()!;
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vertrouwelijk");
        (string Name, string Value)[] sent = form.Length == 0 ? [("notitie", Note)] : [("welke_notitie", note), ("delen_met", "jgz"), ("deel_reden", "Zij komt er vrijdag")];

        var answer = await carer.Post($"/dossiers/{id}/vertrouwelijk{form}", [.. sent.Where(s => s.Name != field), (field, value), ("act", Guid.NewGuid().ToString())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, carer.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.True(field == "deel_reden" || form.Length == 0 || carer.Page.QuerySelector("#deel_reden")!.TextContent.Trim() == "Zij komt er vrijdag");
        Assert.Equal("1 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from confidential_note), (select count(*) from confidential_share))"));
    }

    [Fact]
    public async Task Is_added_to_no_dossier_that_has_ended_and_stays_there_to_read()
    {
        await using var app = await App.Start(cluster);
        var id = await Written(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/einde");
        await Ends.Ending_a_dossier.End(coordinator, id, "verhuisd");
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vertrouwelijk");
        Assert.Empty(carer.Page.QuerySelectorAll("main textarea"));

        var answer = await Write(carer, id);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("het dossier is afgesloten", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains(Note, Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from confidential_note"));
    }

    // The family's own page says that somebody looked and wrote, in words that give no step of the Meldcode away.
    [Fact]
    public async Task Is_to_who_reads_along_with_the_family_a_look_and_a_line_like_any_other()
    {
        await using var app = await App.Start(cluster);
        var id = await Written(app);

        var lines = string.Join('\n', await Kept.Seen(app, id));

        Assert.Contains("Bekeek uw gegevens", lines, StringComparison.Ordinal);
        Assert.Contains("Schreef iets op over uw gezin.", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("ertrouwelijk", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("otitie", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_in_the_copy_of_the_mother_once_it_was_shared_with_who_reviews_it_and_never_in_that_of_the_partner()
    {
        await using var app = await App.Start(cluster);
        var id = await Written(app);
        Assert.DoesNotContain("blauw oog", (await Copying.Of(app, id, "moeder")).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("iets vertrouwelijk opgeschreven", (await Copying.Of(app, id, "moeder")).ToJsonString(), StringComparison.Ordinal);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vertrouwelijk");
        await Share(carer, id, (await app.Database.AsAdmin("select id::text from confidential_note"))!.ToString()!, "intake");
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);
        await intaker.Get(await Copying.Part(app, id, "moeder"));

        // Who reviews reads it twice before it goes.
        Assert.Contains("Een vertrouwelijke notitie staat er alleen bij als zij van u is of met u is gedeeld.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains(Note, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("blauw oog", (await Copying.Of(app, id, "moeder")).ToJsonString(), StringComparison.Ordinal);
        foreach (var (part, capacity) in ((string, string)[])[("partner", "partner"), ("kind", "andere-ouder")])
        {
            Assert.DoesNotContain("blauw oog", (await Copying.Of(app, id, part, capacity)).ToJsonString(), StringComparison.Ordinal);
        }
    }

    internal static async Task<Guid> Written(App app)
    {
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vertrouwelijk");
        Assert.Equal(HttpStatusCode.SeeOther, (await Write(carer, id)).StatusCode);
        return id;
    }

    private static Task<HttpResponseMessage> Write(Visitor visitor, Guid id, Guid? act = null) =>
        visitor.Post($"/dossiers/{id}/vertrouwelijk", ("notitie", Note), ("act", (act ?? Guid.NewGuid()).ToString()));

    private static Task<HttpResponseMessage> Share(Visitor visitor, Guid id, string note, string with, Guid? act = null) => visitor.Post($"/dossiers/{id}/vertrouwelijk/delen",
        ("welke_notitie", note), ("delen_met", with), ("deel_reden", "Zij komt er vrijdag"), ("act", (act ?? Guid.NewGuid()).ToString()));
}
