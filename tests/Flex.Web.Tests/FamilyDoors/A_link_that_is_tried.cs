using System.Net;
using Flex.Web.Data.Families;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

public sealed class A_link_that_is_tried(TestCluster cluster)
{
    [Fact]
    public async Task Says_nothing_of_what_it_is_about_and_is_not_used_up_by_looking()
    {
        await using var app = await App.Start(cluster);
        var (link, code) = await Door.Invite(app, await Door.Family(app));
        using var stranger = await app.Visit();
        await stranger.Get(link);
        await stranger.Get(link);
        using var mother = await app.Visit();

        Assert.Equal(HttpStatusCode.OK, (await mother.Get(link)).StatusCode);
        Assert.DoesNotMatch("(?i)zorg|kraam|geboorte|kind|zwanger|programma|Anna|Limburg", mother.Page.DocumentElement.TextContent.Replace("Alles is verzonnen", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await mother.Post(link, ("gezin_code", code))).StatusCode);
    }

    [Fact]
    public async Task Is_dead_after_five_wrong_codes_also_for_the_right_one_and_each_is_in_the_journal()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        var (link, code) = await Door.Invite(app, id);
        using var stranger = await app.Visit();
        await stranger.Get(link);
        for (var left = 4; left > 0; left--)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Post(link, ("gezin_code", Wrong(code)))).StatusCode);
            Assert.Contains(left == 1 ? "nog één keer" : $"nog {left} keer", Door.Text(stranger), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post(link, ("gezin_code", Wrong(code)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post(link, ("gezin_code", code))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(link)).StatusCode);
        Assert.Equal("5 0 6", await app.Database.AsAdmin("select concat_ws(' ', (select tries from family_invitation), (select count(*) from family_session), (select count(*) from journal.entry where act = 'FamilyRefused' and dossier_id = $1 and role = 'gezin'))", id));
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/gezin");
        Assert.Contains("Te vaak een verkeerde code", Door.Text(carer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("1234567890")]
    public async Task With_no_whole_code_is_asked_again_and_counts_nothing(string typed)
    {
        await using var app = await App.Start(cluster);
        var (link, _) = await Door.Invite(app, await Door.Family(app));
        using var mother = await app.Visit();
        await mother.Get(link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mother.Post(link, ("gezin_code", typed))).StatusCode);
        Assert.Equal(0, await app.Database.AsAdmin("select tries from family_invitation"));
    }

    [Fact]
    public async Task Opens_one_visit_however_often_it_is_used()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        var (link, code) = await Door.Invite(app, id);
        var visitors = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var visitor = await app.Visit();
            await visitor.Get(link);
            return visitor;
        }));

        var answers = await Task.WhenAll(visitors.Select(v => v.Post(link, ("gezin_code", code))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal("1 1 5", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from family_session), (select count(*) from journal.entry where act = 'FamilyEntered'), (select count(*) from journal.entry where act = 'FamilyRefused'))"));
        Array.ForEach(visitors, v => v.Dispose());
    }

    [Fact]
    public async Task With_twenty_wrong_codes_at_once_counts_five()
    {
        await using var app = await App.Start(cluster);
        var (link, code) = await Door.Invite(app, await Door.Family(app));
        using var stranger = await app.Visit();
        await stranger.Get(link);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FamilyEntry.Try(app.Db, link.Split('/')[^1], Wrong(code), TestContext.Current.CancellationToken)));

        Assert.Equal(5, await app.Database.AsAdmin("select tries from family_invitation"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post(link, ("gezin_code", code))).StatusCode);
    }

    [Fact]
    public async Task Does_not_open_with_the_code_of_another_family()
    {
        await using var app = await App.Start(cluster);
        var mine = await Door.Invite(app, await Door.Family(app));
        var other = await Door.Invite(app, await Door.Family(app, name: "Bea de Tweede"));
        using var mother = await app.Visit();
        await mother.Get(mine.Link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mother.Post(mine.Link, ("gezin_code", other.Code))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await mother.Post(mine.Link, ("gezin_code", mine.Code))).StatusCode);
    }

    [Fact]
    public async Task After_its_days_opens_nothing()
    {
        var time = Person.Clock();
        await using var app = await App.Start(cluster, time: time);
        var (link, code) = await Door.Invite(app, await Door.Family(app));
        using var mother = await app.Visit();
        await mother.Get(link);
        time.Now += TimeSpan.FromDays(7);

        Assert.Equal(HttpStatusCode.NotFound, (await mother.Post(link, ("gezin_code", code))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get(link)).StatusCode);
    }

    [Fact]
    public async Task That_was_never_given_looks_the_same_as_one_that_is_over()
    {
        await using var app = await App.Start(cluster);
        using var stranger = await app.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(FamilyKey.Path + "abcdefghijklmnopqrstuvwxyz012345")).StatusCode);
        Assert.Contains("Deze pagina is gesloten", Door.Text(stranger), StringComparison.Ordinal);
    }

    private static string Wrong(string code) => (code[0] == '9' ? '8' : '9') + code[1..];
}
