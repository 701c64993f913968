using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Accounts;

public sealed class Making_an_account(TestCluster cluster)
{
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task From_an_invitation_takes_a_password_and_an_app_and_shows_recovery_codes_once()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await app.Visit();

        var person = await Person.Accept(visitor, time, await Person.Invite(app, "een@flex.example"), "een@flex.example");

        Assert.Equal((10, 10), (person.Codes.Count, person.Codes.Distinct().Count()));
        Assert.All(person.Codes, c => Assert.Matches("^[A-Z2-7]{5}-[A-Z2-7]{5}$", c));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
        Assert.Equal("een@flex.example intaker geboortezorg-limburg 10", await app.Database.AsAdmin(
            "select concat_ws(' ', mail, role, organisation, (select count(*) from account_recovery r where r.account_id = a.id and gone_at is null)) from account a where active and password like 'A%' and length(factor) = 48"));
        Assert.Equal("AccountInvited,AccountMade", await Acts(app));
        Assert.Equal("account", await app.Database.AsAdmin("select split_part(actor, ':', 1) from journal.entry where act = 'AccountMade' and objects[1] = (select id from account)"));
    }

    [Fact]
    public async Task Takes_the_link_once_and_for_a_week()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await app.Visit();
        var (used, late) = (await Person.Invite(app, "een@flex.example"), await Person.Invite(app, "twee@flex.example"));
        using var slow = await app.Visit();
        await slow.Get(used);
        var form = Person.Filled(slow, "000000");
        await Person.Accept(visitor, time, used, "een@flex.example");

        Assert.Equal(HttpStatusCode.NotFound, (await slow.Post(used, form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(used)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(late)).StatusCode);
        time.Now += TimeSpan.FromDays(7);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(late)).StatusCode);
        Assert.Contains("geldt niet meer", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from account"));
    }

    [Theory]
    [InlineData("kort", "kort", true, "wachtwoord")]
    [InlineData("paars fietst de maan", "paars fietst de zon", true, "nogmaals")]
    [InlineData("paars fietst de maan", "paars fietst de maan", false, "code")]
    public async Task With_something_wrong_says_so_at_the_field_and_makes_none(string phrase, string again, bool code, string field)
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await app.Visit();
        var link = await Person.Invite(app, "een@flex.example");
        await visitor.Get(link);
        var secret = Person.Shown(visitor);
        var typed = code ? Flex.Domain.Accounts.OneTimeCode.At(secret, Flex.Domain.Accounts.OneTimeCode.StepOf(time.Now)) : "12345";

        var answer = await visitor.Post(link, Person.Filled(visitor, typed, phrase)[0], ("wachtwoord", phrase), ("nogmaals", again), ("code", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(visitor.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal(secret, Person.Shown(visitor));
        Assert.DoesNotContain("paars fietst", visitor.Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from account"));
    }

    [Fact]
    public async Task Once_more_after_another_invitation_ends_what_the_old_one_opened()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var before = await Person.Join(app, time, "een@flex.example");
        using var old = await before.Visit(app);

        var after = await Person.Join(app, time, "een@flex.example", "coordinator");

        Assert.NotEqual(HttpStatusCode.OK, (await old.Get("/werk")).StatusCode);
        using var visitor = await after.Visit(app);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
        Assert.Equal("1 coordinator 10", await app.Database.AsAdmin("select concat_ws(' ', count(*), max(role), (select count(*) from account_recovery where gone_at is null)) from account"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'AccountRenewed'"));
    }

    private static async Task<object?> Acts(App app) =>
        await app.Database.AsAdmin("select string_agg(act, ',' order by at) from journal.entry where act like 'Account%'");
}
