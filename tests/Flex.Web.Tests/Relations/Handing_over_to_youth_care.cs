using System.Net;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Relations;

public sealed class Handing_over_to_youth_care(TestCluster cluster)
{
    private const string Jgz = "jgz-zuid-limburg";

    [Fact]
    public async Task Shows_who_is_coming_in_a_form_of_its_own_and_the_rest_after_it_was_accepted()
    {
        await using var app = await App.Start(cluster);
        var id = await WithPlace(app);
        using var nurse = await app.Visit("jgz");
        await nurse.Get("/werk");
        var coming = Looking_at_a_dossier.Text(nurse);
        Assert.Contains("Anna de Proef 20-06-2023", coming, StringComparison.Ordinal);
        Assert.Contains("Demo intaker", coming, StringComparison.Ordinal);
        Assert.DoesNotContain("kwetsbaar", coming, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("toegelaten", coming, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(nurse.Page.QuerySelectorAll($"a[href*='{id}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.Get($"/dossiers/{id}")).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ListRead' and role = 'jgz' and objects = array[$1::uuid]", id));

        await Offer(app, id);
        await nurse.Get("/werk");
        var answer = await nurse.Post(nurse.Page.QuerySelector("main form")!.GetAttribute("action")!, ("antwoord", "aannemen"));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await nurse.Get($"/dossiers/{id}")).StatusCode);
        var seen = Looking_at_a_dossier.Text(nurse);
        Assert.Contains("kwetsbaar", seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Financiële problemen", seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Een opmerking die niet gedeeld is", seen, StringComparison.Ordinal);
        Assert.Equal("overdracht|jgz-zuid-limburg|2023-05-15|2023-05-15", await app.Database.AsAdmin("select concat_ws('|', kind, organisation, offered_on, from_day) from relation where dossier_id = $1 and kind = 'overdracht'", id));
        Assert.Equal("HandoverAnswered,HandoverOffered", await app.Database.AsAdmin("select string_agg(act, ',' order by act) from journal.entry where dossier_id = $1 and act like 'Handover%'", id));
        await nurse.Get("/werk");
        Assert.DoesNotContain("Anna de Proef", Looking_at_a_dossier.Text(nurse), StringComparison.Ordinal);
        await nurse.Get("/dossiers");
        Assert.Contains("Anna de Proef", Looking_at_a_dossier.Text(nurse), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_not_accepted_gives_nothing_more_than_before()
    {
        await using var app = await App.Start(cluster);
        var id = await WithPlace(app);
        await Offer(app, id);
        using var nurse = await app.Visit("jgz");
        await nurse.Get("/werk");
        var form = nurse.Page.QuerySelector("main form")!.GetAttribute("action")!;

        Assert.Equal("/werk", (await nurse.Post(form, ("antwoord", "niet"))).Headers.Location?.OriginalString);
        // A second click, and somebody who comes back to it later.
        Assert.Equal("/werk", (await nurse.Post(form, ("antwoord", "aannemen"))).Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.NotFound, (await nurse.Get($"/dossiers/{id}")).StatusCode);
        Assert.Equal("f|niet aangenomen", await app.Database.AsAdmin("select concat_ws('|', from_day is not null, ended_because) from relation where kind = 'overdracht'"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'HandoverAnswered'"));
    }

    [Fact]
    public async Task Of_a_family_of_another_region_is_seen_by_nobody_here()
    {
        await using var app = await App.Start(cluster);
        await WithPlace(app);
        await app.Database.AsAdmin("set session_replication_role = replica; update party set organisation = 'jgz-elders' where role = 'jgz'");
        using var nurse = await app.Visit("jgz");

        await nurse.Get("/werk");

        Assert.DoesNotContain("Anna de Proef", Looking_at_a_dossier.Text(nurse), StringComparison.Ordinal);
    }

    private static async Task<Guid> WithPlace(App app)
    {
        var id = await new Builder(app).Dossier().Saying("Een opmerking die niet gedeeld is").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        return id;
    }

    internal static async Task<HttpResponseMessage> Offer(App app, Guid id)
    {
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/betrokken");
        return await coordinator.Post($"/dossiers/{id}/betrokken", ("stap", "overdragen"), ("organisatie", Jgz), ("reden", "Het kind gaat naar de JGZ"), ("act", Guid.NewGuid().ToString()));
    }
}
