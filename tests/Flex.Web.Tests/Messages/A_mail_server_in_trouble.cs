using Flex.Web.Data.Mail;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Messages;

public sealed class A_mail_server_in_trouble(TestCluster cluster)
{
    [Fact]
    public async Task Is_tried_again_with_growing_pauses_then_a_person_is_told_and_nothing_is_lost()
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        var down = MailServer.Down;
        var clock = new SetTime(TimeProvider.System.GetUtcNow());
        foreach (var (pause, index) in down.Pauses.Select((p, i) => (p, i)))
        {
            Assert.Equal(1, await Post.Round(app, down, clock));
            Assert.Equal($"wacht|{index + 1}|de mailserver is niet bereikbaar", await Post.State(app));
            clock.Now += pause - TimeSpan.FromSeconds(1);
            Assert.Equal(0, await Post.Round(app, down, clock));
            clock.Now += TimeSpan.FromSeconds(2);
        }

        Assert.Equal(down.Pauses.Order(), down.Pauses);
        Assert.Equal(1, await Post.Round(app, down, clock));
        Assert.Equal("mislukt|6|de mailserver is niet bereikbaar", await Post.State(app));
        Assert.Equal("intaker", await app.Database.AsAdmin("select role from work_item where dossier_id = $1 and kind = 'bericht-mislukt' and done_on is null", id));

        using var intaker = await app.Visit("intaker");
        await intaker.Get("/beheer/post");
        Assert.Contains("Niet verstuurd", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        var retry = intaker.Page.QuerySelector("form[action$=opnieuw]")!.GetAttribute("action")!;
        Assert.Equal("/beheer/post", (await intaker.Post(retry)).Headers.Location?.OriginalString);
        Assert.Equal("wacht|0", await Post.State(app));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'bericht-mislukt' and done_on is null"));

        await using var server = new MailServer();
        Assert.Equal(1, await Post.Round(app, server.Settings));
        Assert.Single(server.Taken);
        Assert.Equal("verstuurd|1", await Post.State(app));
    }

    [Theory]
    [InlineData("Refuses", "wacht|1|de mailserver weigert het bericht (451)")]
    [InlineData("KnowsNobody", "mislukt|1|de mailserver kent dit adres niet (550)")]
    [InlineData("SaysNothing", "wacht|1|de mailserver antwoordt niet op tijd")]
    public async Task Is_described_without_the_address(string mode, string state)
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer { Mode = Enum.Parse<MailServerMode>(mode) };
        await Post.Decided(app);

        Assert.Equal(1, await Post.Round(app, server.Settings with { Patience = TimeSpan.FromSeconds(2) }));

        Assert.Equal(state, await Post.State(app));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task That_offers_no_encryption_gets_nothing_when_encryption_is_asked()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        await Post.Decided(app);

        await Post.Round(app, server.Settings with { StartTls = true });

        Assert.DoesNotContain(server.Heard, h => h.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("wacht|1|", (string?)await Post.State(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_breaks_off_after_taking_gets_the_same_message_once_more_under_the_same_name()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer { Mode = MailServerMode.BreaksOffAfterTaking };
        await Post.Decided(app);
        var clock = new SetTime(TimeProvider.System.GetUtcNow());

        await Post.Round(app, server.Settings, clock);
        server.Mode = MailServerMode.Takes;
        clock.Now += server.Settings.Pauses[0];
        await Post.Round(app, server.Settings, clock);

        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Taken.Select(t => t.Split('\n').Single(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))).Distinct());
        Assert.Equal("verstuurd|2", await Post.State(app));
    }

    [Fact]
    public async Task Asked_by_two_processes_at_once_gets_each_message_once()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        for (var i = 0; i < 6; i++)
        {
            await Post.Queue(app, Audience.Proof, null, $"Bericht {i}");
        }

        var rounds = await Task.WhenAll(Post.Round(app, server.Settings), Post.Round(app, server.Settings), Post.Round(app, server.Settings));

        Assert.Equal(6, rounds.Sum());
        Assert.Equal(6, server.Taken.Select(MailServer.BodyOf).Distinct().Count());
        Assert.Equal(6, server.Taken.Count);
    }

    [Theory]
    [InlineData(null, false, "gestopt")]
    [InlineData("{}", false, "gestopt")]
    [InlineData("{telefoon}", false, "gestopt")]
    [InlineData("{mail}", true, "gestopt")]
    [InlineData("{mail}", false, "verstuurd")]
    public async Task Gets_nothing_for_a_family_that_nobody_asked_that_said_no_or_whose_dossier_ended(string? means, bool ended, string state)
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Post.Dossier(app);
        await Post.Queue(app, Audience.Family, id);
        var entry = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        if (means is not null)
        {
            await app.Database.AsAdmin($"set session_replication_role = replica; insert into safe_contact (id, dossier_id, from_day, means, reads_along, entry_id) values ('{entry}', '{id}', '2023-05-02', '{means}', 'niemand', '{entry}')");
        }

        Assert.Equal(means is null ? 0L : 1L, await app.Database.AsAdmin("select count(*) from safe_contact"));
        if (ended)
        {
            await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values ('{entry}', '{id}', '2023-05-03', 'afgerond', 'X', '{entry}', '{entry}')");
        }

        await Post.Round(app, server.Settings);

        Assert.StartsWith(state, (string?)await Post.State(app), StringComparison.Ordinal);
        Assert.Equal(state == "verstuurd" ? 1 : 0, server.Taken.Count);
    }

    [Theory]
    [InlineData("FLEX_SMTP_HOST=mail.example", "FLEX_SMTP_FROM ontbreekt")]
    [InlineData("FLEX_SMTP_HOST=mail.example FLEX_SMTP_FROM=niets", "geen e-mailadres")]
    [InlineData("FLEX_SMTP_HOST=mail.example FLEX_SMTP_FROM=a@b.example FLEX_SMTP_PORT=0", "geen poort")]
    [InlineData("FLEX_SMTP_HOST=mail.example FLEX_SMTP_FROM=a@b.example FLEX_SMTP_TLS=ja", "starttls of none")]
    [InlineData("FLEX_SMTP_HOST=mail.example FLEX_SMTP_FROM=a@b.example FLEX_SMTP_PAUSES=1;2", "hele minuten")]
    [InlineData("FLEX_SITE=flex", "geen adres")]
    public void Or_set_wrongly_is_refused_in_one_sentence(string given, string said)
    {
        var variables = given.Split(' ').Select(g => g.Split('=')).ToDictionary(g => g[0], g => g[1], StringComparer.Ordinal);

        var refused = Assert.Throws<Flex.Web.Data.RefusedException>(() => MailSettings.FromEnvironment(variables.GetValueOrDefault));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
