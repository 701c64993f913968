using System.Net;
using Flex.Web.Tests.CareHours;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Ends;

public sealed class Ending_a_dossier(TestCluster cluster)
{
    [Theory]
    [InlineData("ingetrokken", "het gezin ziet ervan af")]
    [InlineData("geen-geboorte", "de zwangerschap is geëindigd")]
    [InlineData("kind-overleden", "het kind is overleden")]
    [InlineData("moeder-overleden", "de moeder is overleden")]
    [InlineData("verhuisd", "het gezin is verhuisd")]
    [InlineData("elders-geplaatst", "het kind woont ergens anders")]
    [InlineData("afgerond", "de zorg is afgerond")]
    public async Task In_each_named_way_frees_the_place_tells_the_applicant_and_is_journaled(string how, string words)
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        Assert.Equal(1, await Taken(app));
        using var coordinator = await app.Visit("coordinator");

        await coordinator.Get($"/dossiers/{id}/einde");
        Assert.Contains("De plaats in pijler 1 komt vrij.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        var answer = await EndAnyhow(coordinator, id, how, [("toelichting", "Op haar verzoek"), ("zorg_voor", "Pleegouders"), ("mag_instemmen", "De voogd")]);

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal($"{how}|2023-05-15|Demo programmacoördinator|Op haar verzoek", await app.Database.AsAdmin("select concat_ws('|', how, ended_on, ended_by, because) from dossier_end where dossier_id = $1", id));
        Assert.Equal("vrijgegeven", await app.Database.AsAdmin("select state from held_place where dossier_id = $1", id));
        Assert.Equal(0, await Taken(app));
        Assert.Equal("gestopt,wacht", await app.Database.AsAdmin("select string_agg(state, ',' order by id) from outgoing_mail where dossier_id = $1", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and done_on is null", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join dossier_end x on x.entry_id = e.id where e.act = 'DossierEnded' and e.body is not null and e.dossier_id = $1", id));
        await coordinator.Get($"/dossiers/{id}");
        Assert.Contains($"heeft dit dossier afgesloten per 15-05-2023: {words}.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Matches($"heeft het dossier afgesloten: {words}\\..*Toelichting: “Op haar verzoek”\\.", Looking_at_a_dossier.Text(coordinator));
    }

    [Fact]
    public async Task Of_a_family_that_nobody_admitted_can_be_a_refusal_which_frees_the_place_it_was_offered_and_stops_mail_and_work()
    {
        await using var app = await App.Start(cluster);
        var (_, id, _) = await PlaceKeeping.A_place_that_comes_free.Full(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; update place set capacity = 2 where programme = 'zuid-limburg-2021' and pillar = 1; update application set applicant_mail = '{Post.Address}' where dossier_id = '{id}'");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/plaats/1");
        await PlaceKeeping.Keeping_a_place.Step(intaker, id, "aanbieden");
        Assert.Equal(2, await Taken(app));
        await intaker.Get($"/dossiers/{id}/einde");

        await EndAnyhow(intaker, id, "afgewezen");

        Assert.Equal("afgewezen", await app.Database.AsAdmin("select how from dossier_end where dossier_id = $1", id));
        Assert.Equal(1, await Taken(app));
        Assert.Equal("vrijgegeven", await app.Database.AsAdmin("select state from held_place where dossier_id = $1", id));
        Assert.Equal("gestopt,wacht", await app.Database.AsAdmin("select string_agg(state, ',' order by id) from outgoing_mail where dossier_id = $1", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and done_on is null", id));
    }

    [Fact]
    public async Task For_a_child_that_lives_elsewhere_asks_who_cares_and_who_may_agree_and_leaves_the_old_address()
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await End(intaker, id, "elders-geplaatst")).StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector("#zorg_voor-fout"));
        Assert.NotNull(intaker.Page.QuerySelector("#mag_instemmen-fout"));
        var answer = await End(intaker, id, "elders-geplaatst", more: [("zorg_voor", "Pleegouders in de buurt"), ("mag_instemmen", "Voogd van de instelling")]);

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("Pleegouders in de buurt|Voogd van de instelling", await app.Database.AsAdmin("select receives_care || '|' || may_agree from dossier_end where dossier_id = $1", id));
        Assert.Equal("0|onbekend", await app.Database.AsAdmin("select cardinality(means) || '|' || reads_along from safe_contact where dossier_id = $1 order by id desc limit 1", id));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Voor het kind zorgt: Pleegouders in de buurt. Toestemming geeft: Voogd van de instelling.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    // The family could be mailed and written to before. Moved is the same in all but the address: there mail and letter leave again after reopening.
    [Theory]
    [InlineData("elders-geplaatst", false)]
    [InlineData("verhuisd", true)]
    public async Task For_a_child_that_lives_elsewhere_lets_nothing_go_to_the_old_address_also_when_the_dossier_is_opened_again(string how, bool leaves)
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        var said = Guid.CreateVersion7();
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into safe_contact (id, dossier_id, from_day, means, reads_along, entry_id) values ('{said}', '{id}', '2023-05-02', '{{mail,brief}}', 'niemand', '{said}')");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.DoesNotContain("Deze brief mag niet weg", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await Post.Queue(app, Data.Mail.Audience.Family, id, "Van voor het einde.");
        await intaker.Get($"/dossiers/{id}/einde");

        await End(intaker, id, how, more: [("zorg_voor", "Pleegouders"), ("mag_instemmen", "De voogd")]);

        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.Contains("Dit dossier is afgesloten. Verstuur deze brief niet", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await using var server = new MailServer();
        await Post.Round(app, server.Settings);
        Assert.DoesNotContain(server.Heard, ToTheFamily);
        await Reopening_a_dossier.Reopen(intaker, id, "Er is toch nog iets te doen");
        await Post.Queue(app, Data.Mail.Audience.Family, id, "Van na het heropenen.");
        await Post.Round(app, server.Settings);
        Assert.Equal(leaves ? 1 : 0, server.Heard.Count(h => ToTheFamily(h)));
        Assert.Equal(leaves ? "gestopt,verstuurd" : "gestopt,gestopt", await app.Database.AsAdmin("select string_agg(state, ',' order by id) from outgoing_mail where audience = 'gezin'"));
        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.Equal(!leaves, Looking_at_a_dossier.Text(intaker).Contains("Deze brief mag niet weg", StringComparison.Ordinal));
    }

    private static bool ToTheFamily(string heard) => heard.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && heard.Contains("iemand@gezin.example", StringComparison.Ordinal);

    [Theory]
    [InlineData("", "15-05-2023", "ja", "einde", "Kies waarom")]
    [InlineData("dubbel", "15-05-2023", "ja", "einde", "Kies waarom")]
    [InlineData("afgewezen", "15-05-2023", "ja", "einde", "toegelaten tot pijler 1")]
    [InlineData("geen-geboorte", "15-05-2023", "ja", "einde", "Er staat een geboorte in dit dossier (10-05-2023)")]
    [InlineData("afgerond", "16-05-2023", "ja", "dag", "in de toekomst")]
    [InlineData("afgerond", "30-04-2023", "ja", "dag", "ligt voor de aanvraag (01-05-2023)")]
    [InlineData("afgerond", "", "ja", "dag", "Vul in vanaf welke dag")]
    [InlineData("afgerond", "morgen", "ja", "dag", "geen datum")]
    [InlineData("afgerond", "15-05-2023", "", "zeker", "Zet een vinkje")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_everything_typed(string how, string day, string sure, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        carer.Dispose();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");

        var answer = await End(intaker, id, how, day, sure, more: ("toelichting", "Mijn verhaal"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(intaker).ToDictionary(StringComparer.Ordinal);
        Assert.Equal((day, "Mijn verhaal"), (typed["dag"], typed["toelichting"]));
        Assert.Equal(sure, typed.GetValueOrDefault("zeker", ""));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier_end"));
        Assert.Equal(1, await Taken(app));
    }

    [Fact]
    public async Task With_a_double_click_counts_once_and_a_second_person_is_told()
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{id}/einde");
        await coordinator.Get($"/dossiers/{id}/einde");
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => End(intaker, id, "verhuisd", act: act)));
        var second = await End(coordinator, id, "ingetrokken", more: ("toelichting", "Zij belde net"));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Demo intaker heeft dit dossier afgesloten per 15-05-2023: het gezin is verhuisd.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier_end"));
        Assert.Equal(0, await Taken(app));
    }

    [Fact]
    public async Task After_the_connection_broke_comes_back_whole_and_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        await using (var holder = await A_database_that_goes_away.Hold(app, "dossier_end"))
        {
            var sending = End(intaker, id, "verhuisd", more: ("toelichting", "Naar het noorden"));
            await A_database_that_goes_away.SomebodyWaits(holder);
            await using var outage = await Outage.Of(cluster, app.Database);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);
        }

        var typed = A_database_that_goes_away.Typed(intaker).ToList();
        Assert.Contains(("toelichting", "Naar het noorden"), typed);
        Assert.Equal($"/dossiers/{id}", (await intaker.Post($"/dossiers/{id}/einde", typed)).Headers.Location?.OriginalString);
        Assert.Equal($"/dossiers/{id}", (await intaker.Post($"/dossiers/{id}/einde", typed)).Headers.Location?.OriginalString);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier_end"));
    }

    [Theory]
    [InlineData("verloskundige")]
    [InlineData("kraamverzorgende")]
    [InlineData("jgz")]
    public async Task By_who_may_not_is_refused(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        using var visitor = await app.Visit(persona);
        await visitor.Get("/werk");

        await End(visitor, id, "afgerond");

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier_end"));
    }

    [Fact]
    public async Task Asks_at_most_twelve_statements_to_show()
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        using var statements = new Statements(app.Database);

        await intaker.Get($"/dossiers/{id}/einde");

        Assert.InRange(statements.Asked.Count, 3, 12);
    }

    internal static Task<HttpResponseMessage> End(Visitor visitor, Guid id, string how, string day = "15-05-2023", string sure = "ja", Guid? act = null, params (string Name, string Value)[] more) =>
        visitor.Post($"/dossiers/{id}/einde", [("einde", how), ("dag", day), ("zeker", sure), ("act", (act ?? Guid.NewGuid()).ToString()), .. more]);

    /// <summary>Ends it although something is open still.</summary>
    internal static Task<HttpResponseMessage> EndAnyhow(Visitor visitor, Guid id, string how, params (string Name, string Value)[] more) => End(visitor, id, how, more: [("klopt", $"einde={how}"), .. more]);

    internal static async Task<int> Taken(App app, int pillar = 1) => (int)(await app.Database.AsAdmin("select taken from place where programme = 'zuid-limburg-2021' and pillar = $1", pillar))!;
}
