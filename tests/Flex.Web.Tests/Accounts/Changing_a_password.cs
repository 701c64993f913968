using System.Net;
using Flex.Web.Data.Accounts;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Accounts;

/// <summary>Who signs in with a password takes another one; whoever sits at a browser that somebody left open does not.</summary>
public sealed class Changing_a_password(TestCluster cluster)
{
    private const string Page = "/account/wachtwoord";
    private const string Next = "zeven ooievaars drinken thee";

    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Asks_the_present_one_and_a_code_and_ends_every_other_session_at_once()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var here = await person.Visit(app);
        using var there = await person.Visit(app);
        using var halfway = await app.Visit();
        var step = (await person.TypePassword(halfway)).Headers.Location!.OriginalString;
        await here.Get("/account");
        Assert.NotNull(here.Page.QuerySelector($"main a[href='{Page}']"));
        var cookie = here.Cookie("flex-sessie");

        var answer = await Change(here, person.Code);
        time.Now += TimeSpan.FromSeconds(30);

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        await here.Get("/account");
        Assert.Contains("Uw wachtwoord is veranderd", Looking_at_a_dossier.Text(here), StringComparison.Ordinal);
        Assert.NotEqual(cookie, here.Cookie("flex-sessie"));
        Assert.Equal(HttpStatusCode.Redirect, (await there.Get("/werk")).StatusCode);
        await halfway.Get(step);
        Assert.Equal("/inloggen", (await halfway.Post("/inloggen/code", ("code", person.Code))).Headers.Location?.OriginalString);
        using var copy = await app.Visit();
        copy.Steal("flex-sessie", cookie!);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.Get("/werk")).StatusCode);
        Assert.Equal("1 1 account", await app.Database.AsAdmin("""
            select concat_ws(' ', (select count(*) from sign_in where ended_at is null), count(*), max(split_part(actor, ':', 1)))
            from journal.entry where act = 'PasswordChanged' and objects[1] = (select id from account)
            """));
        using var newer = await app.Visit();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.TypePassword(newer)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await person.TypePassword(newer, Next)).StatusCode);
        Assert.Equal("een@flex.example: Uw wachtwoord is veranderd", await OwnMail.Last(app));
    }

    [Theory]
    [InlineData("oranje vaart de zon", Next, Next, true, "wachtwoord_nu")]
    [InlineData("", Next, Next, true, "wachtwoord_nu")]
    [InlineData(Person.Phrase, Next, Next, false, "code")]
    [InlineData(Person.Phrase, "kort", "kort", true, "wachtwoord")]
    [InlineData(Person.Phrase, Next, "zeven ooievaars drinken koffie", true, "nogmaals")]
    // Of the list, which the rules let through: the third is a walk over the keys that no row of neighbours is.
    [InlineData(Person.Phrase, "motherfucker", "motherfucker", true, "wachtwoord")]
    [InlineData(Person.Phrase, "SonyEricsson", "SonyEricsson", true, "wachtwoord")]
    [InlineData(Person.Phrase, "1q2w3e4r5t6y", "1q2w3e4r5t6y", true, "wachtwoord")]
    public async Task Changes_nothing_when_something_is_wrong_and_sends_no_password_back(string now, string next, string again, bool code, string field)
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        var before = await Kept(app);

        var answer = await Change(visitor, code ? person.Code : "000000", now, next, again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(visitor.Page.QuerySelector($"#{field}-fout"));
        Assert.DoesNotContain(visitor.Page.QuerySelectorAll("main input[type=password]"), i => i.GetAttribute("value") is { Length: > 0 });
        Assert.Equal(before, await Kept(app));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PasswordChanged'"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
    }

    [Fact]
    public async Task Is_guessed_as_slowly_as_at_the_door_also_by_who_sits_at_an_open_session()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        for (var i = 0; i < SignInLimit.FreePair; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(visitor, person.Code, $"geraden wachtwoord {i}")).StatusCode);
        }

        // Right or wrong: it is not looked at.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Change(visitor, person.Code)).StatusCode);
        Assert.Contains("te vaak", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Equal($"{SignInLimit.FreePair} 0", await app.Database.AsAdmin("select concat_ws(' ', count(*) filter (where act = 'SignInRefused'), count(*) filter (where act = 'PasswordChanged')) from journal.entry"));
        time.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(HttpStatusCode.SeeOther, (await Change(visitor, person.Code)).StatusCode);
    }

    [Fact]
    public async Task Sent_twice_changes_it_once_and_a_code_that_was_used_anywhere_changes_nothing()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        var code = person.Code;
        Assert.Equal(HttpStatusCode.SeeOther, (await Change(visitor, code)).StatusCode);
        var kept = await Kept(app);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(visitor, code)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(visitor, code, Next, "acht reigers drinken melk", "acht reigers drinken melk")).StatusCode);

        Assert.NotNull(visitor.Page.QuerySelector("#code-fout"));
        Assert.Equal(kept, await Kept(app));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PasswordChanged'"));
    }

    [Fact]
    public async Task Is_refused_when_the_list_of_common_ones_has_it_when_an_account_is_made_too()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await app.Visit();
        var link = await Person.Invite(app, "een@flex.example");
        await visitor.Get(link);

        var answer = await visitor.Post(link, Person.Filled(visitor, "000000", "LeaveMeAlone"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("makkelijk te raden", visitor.Page.QuerySelector("#wachtwoord-fout")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(CommonPasswords.Count, 3_000, int.MaxValue);
        Assert.False(CommonPasswords.Has(Next));
    }

    private static async Task<HttpResponseMessage> Change(Visitor visitor, string code, string now = Person.Phrase, string next = Next, string? again = null)
    {
        await visitor.Get(Page);
        return await visitor.Post(Page, ("wachtwoord_nu", now), ("wachtwoord", next), ("nogmaals", again ?? next), ("code", code));
    }

    private static Task<object?> Kept(App app) => app.Database.AsAdmin("select password || stamp || factor_step from account");
}
