using System.Net;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Confirmations;

public sealed class Saying_how_to_be_reached(TestCluster cluster)
{
    [Fact]
    public async Task Is_a_new_row_that_counts_from_then_on_shown_and_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");

        await carer.Get($"/dossiers/{id}/bereiken");
        await Say(carer, id, "mail", "niemand", "Na negen uur");
        await carer.Get($"/dossiers/{id}/bereiken");
        Assert.Contains(("contact", "mail"), A_database_that_goes_away.Typed(carer));
        var answer = await Say(carer, id, "telefoon", "partner", "");

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("{mail},{telefoon}", await app.Database.AsAdmin("select string_agg(means::text, ',' order by id) from safe_contact where dossier_id = $1", id));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry e join safe_contact c on c.entry_id = e.id where e.act = 'SafeContactSaid' and e.body is not null"));
        await carer.Get($"/dossiers/{id}");
        Assert.Equal(["Bellen", "Haar partner"], carer.Page.QuerySelectorAll(".flex-facts__item").Where(f => f.QuerySelector("dt")!.TextContent is "Veilig contact" or "Leest of luistert mee").Select(f => f.QuerySelector("dd")!.TextContent.Trim()));
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("hoe het gezin veilig te bereiken is: bellen.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_mail_stops_what_waits_for_her_in_the_same_act()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/bereiken");
        await Say(carer, id, "mail", "niemand", "");
        await Post.Queue(app, Audience.Family, id);
        await carer.Get($"/dossiers/{id}/bereiken");

        await Say(carer, id, "geen", "", "");

        Assert.Equal("gestopt|0|het gezin wil geen mail", await Post.State(app));
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Geen contact via mail, link, bericht of brief", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_message_to_her_is_being_sent_waits_for_that_message()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/bereiken");
        await Say(carer, id, "mail", "niemand", "");
        await Post.Queue(app, Audience.Family, id);
        await carer.Get($"/dossiers/{id}/bereiken");
        Task<HttpResponseMessage>? saying = null;
        server.BeforeTaking = async () =>
        {
            saying = Say(carer, id, "geen", "", "");
            await An_ended_dossier.Waiting(app, 1);
        };

        await Post.Round(app, server.Settings);

        Assert.Equal($"/dossiers/{id}", (await saying!).Headers.Location?.OriginalString);
        Assert.Equal("verstuurd|1", await Post.State(app));
    }

    [Theory]
    [InlineData("", "niemand", "Vraag de moeder")]
    [InlineData("duif", "niemand", "kennen we niet")]
    public async Task With_a_mistake_is_sent_back_with_everything_typed(string means, string along, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/bereiken");

        var answer = await Say(carer, id, means, along, "Na negen uur");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, carer.Page.QuerySelector("#contact-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("contact_moment", "Na negen uur"), A_database_that_goes_away.Typed(carer));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from safe_contact"));
    }

    [Fact]
    public async Task Tells_who_comes_second_and_what_is_the_same_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        using var intaker = await app.Visit("intaker");
        await carer.Get($"/dossiers/{id}/bereiken");
        await intaker.Get($"/dossiers/{id}/bereiken");
        await Say(carer, id, "telefoon", "niemand", "");

        Assert.Equal($"/dossiers/{id}", (await Say(carer, id, "telefoon", "niemand", "")).Headers.Location?.OriginalString);
        var second = await Say(intaker, id, "mail", "niemand", "");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Iemand heeft intussen vastgelegd: bellen.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from safe_contact"));
    }

    // The version of the page as it was seen first goes along each time.
    private static Task<HttpResponseMessage> Say(Visitor visitor, Guid id, string means, string along, string moment) => visitor.Post($"/dossiers/{id}/bereiken",
        ("contact", means), ("contact_leest_mee", along), ("contact_moment", moment), ("act", Guid.NewGuid().ToString()), ("version", visitor.Page.QuerySelector("main input[name=version]")?.GetAttribute("value") ?? ""));
}
