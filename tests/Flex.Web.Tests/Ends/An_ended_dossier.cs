using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.CareHours;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Ends;

public sealed class An_ended_dossier(TestCluster cluster)
{
    private const string Said = "Demo intaker heeft dit dossier afgesloten per 15-05-2023: het gezin is verhuisd.";

    [Fact]
    public async Task Takes_no_hours_and_no_decision_and_says_why_with_everything_typed()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        using var intaker = await app.Visit("intaker");
        await carer.Get($"/dossiers/{id}/uren");
        await intaker.Get($"/dossiers/{id}/besluit/2");
        await Ending_a_dossier.End(intaker, id, "verhuisd");

        var hours = await Registering_hours.Register(carer, id, hours: "7,5", note: "Laatste middag");
        var decision = await Taking_a_decision.Decide(intaker, id, 2, "afgewezen", "Woont er niet meer");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (hours.StatusCode, decision.StatusCode));
        Assert.Contains(Said, Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal("7,5", ((IHtmlInputElement)carer.Page.QuerySelector("#uren")!).Value);
        Assert.Contains(Said, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal("Woont er niet meer", ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("0 1", await app.Database.AsAdmin("select (select count(*) from care_entry) || ' ' || (select count(*) from decision)"));
        carer.Dispose();
    }

    [Theory]
    [InlineData("uren")]
    [InlineData("besluit")]
    public async Task That_ends_while_somebody_saves_keeps_that_out(string what)
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        using var intaker = await app.Visit("intaker");
        using var other = await app.Visit("intaker");
        await carer.Get($"/dossiers/{id}/uren");
        await intaker.Get($"/dossiers/{id}/einde");
        await other.Get($"/dossiers/{id}/besluit/2");
        Task<HttpResponseMessage> ending, saving;
        await using (var holder = await A_database_that_goes_away.Hold(app, "held_place"))
        {
            // The end has the dossier and waits for its places; the other act has read the dossier as open and waits for the end.
            ending = Ending_a_dossier.End(intaker, id, "verhuisd");
            await A_database_that_goes_away.SomebodyWaits(holder);
            saving = what == "uren" ? Registering_hours.Register(carer, id) : Taking_a_decision.Decide(other, id, 2, "toegelaten", "Voor deze test");
            await Waiting(app, 2);
        }

        Assert.Equal($"/dossiers/{id}", (await ending).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, (await saving).StatusCode);
        Assert.Contains(Said, Looking_at_a_dossier.Text(what == "uren" ? carer : other), StringComparison.Ordinal);
        Assert.Equal("0 1 0", await app.Database.AsAdmin("select (select count(*) from care_entry) || ' ' || (select count(*) from decision) || ' ' || (select sum(taken) from place)"));
        carer.Dispose();
    }

    [Fact]
    public async Task That_ends_after_somebody_began_to_save_waits_for_that_and_frees_the_place_it_took()
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Dossier(app);
        using var intaker = await app.Visit("intaker");
        using var other = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        await other.Get($"/dossiers/{id}/besluit/1");
        Task<HttpResponseMessage> ending, saving;
        await using (var holder = await A_database_that_goes_away.Hold(app, "held_place"))
        {
            saving = Taking_a_decision.Decide(other, id, 1, "toegelaten");
            await A_database_that_goes_away.SomebodyWaits(holder);
            ending = Ending_a_dossier.End(intaker, id, "verhuisd");
            await Waiting(app, 2);
        }

        Assert.Equal($"/dossiers/{id}", (await saving).Headers.Location?.OriginalString);
        Assert.Equal($"/dossiers/{id}", (await ending).Headers.Location?.OriginalString);
        Assert.Equal(0, await Ending_a_dossier.Taken(app));
        Assert.Equal("vrijgegeven", await app.Database.AsAdmin("select state from held_place where dossier_id = $1", id));
        Assert.Equal("gestopt,wacht", await app.Database.AsAdmin("select string_agg(state, ',' order by id) from outgoing_mail where dossier_id = $1", id));
    }

    internal static async Task Waiting(App app, long number)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!Equals(await app.Database.AsAdmin("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"), number))
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
