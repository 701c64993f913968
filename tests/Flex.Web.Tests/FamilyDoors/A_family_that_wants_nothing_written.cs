using System.Net;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.FamilyDoors;

public sealed class A_family_that_wants_nothing_written(TestCluster cluster)
{
    [Theory]
    [InlineData("geen", "wil niets dat te lezen is")]
    [InlineData("telefoon", "wil niets dat te lezen is")]
    [InlineData(null, "nog niet gevraagd hoe het gezin veilig te bereiken is")]
    public async Task Gets_no_link_for_anybody_and_the_page_says_so(string? means, string said)
    {
        await using var app = await App.Start(cluster);
        var id = means is null ? await new Builder(app).Dossier().InCare().Save() : await Door.Family(app, means);
        using var carer = await app.Visit("kraamverzorgende");

        await carer.Get($"/dossiers/{id}/gezin");

        Assert.Contains(said, Door.Text(carer), StringComparison.Ordinal);
        Assert.Null(carer.Page.QuerySelector("input[name=voor_wie]"));
        Assert.NotNull(carer.Page.QuerySelector("select[name=lijst]"));
        Assert.NotNull(carer.Page.QuerySelector($"main a[href='/dossiers/{id}/bereiken']"));
        foreach (var who in new[] { "moeder", "partner" })
        {
            Assert.Equal(HttpStatusCode.Conflict, (await Door.Ask(carer, id, who)).StatusCode);
            Assert.Contains(said, Door.Text(carer), StringComparison.Ordinal);
        }

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from family_invitation"));
    }

    [Fact]
    public async Task Is_kept_from_a_link_by_the_database_too()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app, "geen");
        await using var work = await app.Db.Begin(new("demo:kraamverzorgende", "Demo", "kraamverzorgende", "geboortezorg-limburg"), "proef");
        work.Journal(Act.FamilyInvited, dossier: id);
        new FamilyInvitation(Guid.NewGuid(), "moeder", FamilyInvitation.ByHand).Add(work, id, FamilyKey.New(), TimeSpan.FromDays(1));

        Assert.Equal("family_invitation_safe", (await Assert.ThrowsAsync<PostgresException>(work.Save)).ConstraintName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Says_so_after_the_link_was_made_and_it_is_dead_at_once(bool used)
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        var (link, code) = await Door.Invite(app, id);
        using var mother = await app.Visit();
        await mother.Get(link);
        if (used)
        {
            await mother.Post(link, ("gezin_code", code));
            Assert.Equal(HttpStatusCode.OK, (await mother.Get("/gezin")).StatusCode);
        }

        await Door.Say(app, id, "geen");

        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await mother.Get("/gezin")));
        await mother.Get("/gezin/over");
        Assert.NotEqual(HttpStatusCode.SeeOther, (await mother.Post(link, ("gezin_code", code))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get(link)).StatusCode);
        Assert.Equal(used ? 1L : 0L, await app.Database.AsAdmin("select count(*) from family_session"));
        Assert.Equal("het gezin wil niets dat te lezen is", await app.Database.AsAdmin("select ended_because from family_invitation i join journal.entry e on e.id = i.entry_id where e.act = 'SafeContactSaid'"));
    }

    [Fact]
    public async Task Says_so_while_the_link_is_being_made_and_one_of_the_two_sees_the_other()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/gezin");
        List<(string, string)> form = [.. Door.Hidden(carer), ("voor_wie", "moeder"), ("hoe_link", "hand")];

        var made = carer.Post($"/dossiers/{id}/gezin", form);
        await Task.WhenAll(made, Door.Say(app, id, "geen"));

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from family_invitation where ended_at is null"));
    }

    [Fact]
    public async Task Keeps_a_link_that_waits_in_the_post_from_leaving()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Door.Family(app, "mail");
        using var carer = await app.Visit("kraamverzorgende");
        await Door.Ask(carer, id, "moeder", ("hoe_link", "mail"), ("gezin_mail", "anna@post.example"));

        await Door.Say(app, id, "geen");
        await Post.Round(app, server.Settings);

        Assert.Empty(server.Taken);
        Assert.Equal("gestopt|0|het gezin wil geen mail", await Post.State(app));
    }
}
