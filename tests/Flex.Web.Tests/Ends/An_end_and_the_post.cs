using Flex.Web.Data.Mail;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Ends;

/// <summary>An end that arrives between the moment at which a message was queued and the moment at which it leaves.</summary>
public sealed class An_end_and_the_post(TestCluster cluster)
{
    [Fact]
    public async Task Stops_what_was_queued_and_not_sent_yet()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Post.Decided(app);
        await Post.Queue(app, Audience.Family, id);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");

        await Ending_a_dossier.End(intaker, id, "ingetrokken");
        await Post.Round(app, server.Settings);

        Assert.Single(server.Taken); // that the dossier ended, to who applied
        Assert.Equal("aanmelder gestopt,gezin gestopt,aanmelder verstuurd", await app.Database.AsAdmin("select string_agg(audience || ' ' || state, ',' order by id) from outgoing_mail"));
    }

    [Fact]
    public async Task Waits_for_a_message_that_is_being_sent_which_then_is_sent_and_not_stopped()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        Task<HttpResponseMessage>? ending = null;
        server.BeforeTaking = async () =>
        {
            // The post holds the row: the end has to wait until the server answered and that is written down.
            server.BeforeTaking = () => Task.CompletedTask;
            ending = Ending_a_dossier.End(intaker, id, "ingetrokken");
            await An_ended_dossier.Waiting(app, 1);
        };

        await Post.Round(app, server.Settings);

        Assert.Equal($"/dossiers/{id}", (await ending!).Headers.Location?.OriginalString);
        Assert.StartsWith("aanmelder verstuurd,aanmelder", (string?)await app.Database.AsAdmin("select string_agg(audience || ' ' || state, ',' order by id) from outgoing_mail"), StringComparison.Ordinal);
        Assert.Equal(0, await Ending_a_dossier.Taken(app));
    }

    [Fact]
    public async Task Under_way_is_not_overtaken_by_the_post_the_row_it_stops_is_passed_over()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        Task<HttpResponseMessage> ending;
        await using (var holder = await A_database_that_goes_away.Hold(app, "held_place"))
        {
            // The end has stopped the message and waits to free the place; nothing of it is committed.
            ending = Ending_a_dossier.End(intaker, id, "ingetrokken");
            await A_database_that_goes_away.SomebodyWaits(holder);

            Assert.Equal(0, await Post.Round(app, server.Settings));
        }

        await ending;
        Assert.Empty(server.Taken);
        Assert.Equal("gestopt,wacht", await app.Database.AsAdmin("select string_agg(state, ',' order by id) from outgoing_mail"));
    }
}
