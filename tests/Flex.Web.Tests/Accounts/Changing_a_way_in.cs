using System.Net;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Tests.Accounts;

/// <summary>A passkey or recovery codes in an open session: asked is a code of the app that was not used yet. Making a passkey with a device is in Flex.Browser.Tests/A_passkey.</summary>
public sealed class Changing_a_way_in(TestCluster cluster)
{
    private static readonly byte[] Credential = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task By_new_recovery_codes_takes_a_code_once_and_tells_the_owner()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        var code = person.Code;
        await visitor.Get("/account/herstelcodes");

        Assert.Equal(HttpStatusCode.OK, (await visitor.Post("/account/herstelcodes", ("code", code))).StatusCode);
        Assert.Equal(10, visitor.Page.QuerySelectorAll("main li").Length);
        await visitor.Get("/account/herstelcodes");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/account/herstelcodes", ("code", code))).StatusCode);

        Assert.Equal("10 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from account_recovery where gone_at is null and entry_id = (select id from journal.entry where act = 'RecoveryCodesMade')), (select count(*) from journal.entry where act = 'RecoveryCodesMade'))"));
        Assert.Equal("een@flex.example: Uw herstelcodes zijn vernieuwd", await OwnMail.Last(app));
    }

    [Fact]
    public async Task By_removing_a_passkey_takes_a_code_and_tells_the_owner()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        await Given(app);
        await visitor.Get("/account/passkeys");

        var answer = await visitor.Post("/account/passkeys/verwijderen", ("welke", WebEncoders.Base64UrlEncode(Credential)), ("code_verwijderen", person.Code));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("1 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from account_passkey where removed_at is not null), (select count(*) from journal.entry where act = 'PasskeyRemoved'))"));
        Assert.Equal("een@flex.example: Een passkey is verwijderd", await OwnMail.Last(app));
    }

    // Who has the session and not the telephone: nothing is there that was not, everything is there that was, and guessing is counted.
    [Theory]
    [InlineData("/account/herstelcodes", "/account/herstelcodes", "code")]
    [InlineData("/account/passkeys", "/account/passkeys", "code")]
    [InlineData("/account/passkeys", "/account/passkeys/verwijderen", "code_verwijderen")]
    public async Task Without_a_fresh_code_changes_nothing_and_guessing_one_is_slow(string page, string path, string field)
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        await Given(app);
        await visitor.Get(page);
        var wrong = person.Code == "000000" ? "000001" : "000000";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send()).StatusCode);
        Assert.NotNull(visitor.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send((field, person.Codes[0]))).StatusCode);
        for (var i = 0; i < SignInLimit.FreePair; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send((field, wrong))).StatusCode);
        }

        // The right one is not looked at any more.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send((field, person.Code))).StatusCode);
        Assert.Equal("10 1 0", await app.Database.AsAdmin("""
            select concat_ws(' ', (select count(*) from account_recovery where gone_at is null), (select count(*) from account_passkey where removed_at is null),
                (select count(*) from journal.entry where act in ('RecoveryCodesMade', 'PasskeyMade', 'PasskeyRemoved') and actor like 'account:%'))
            """));

        async Task<HttpResponseMessage> Send(params (string, string)[] code)
        {
            await visitor.Get(page);
            return await visitor.Post(path, [("welke", WebEncoders.Base64UrlEncode(Credential)), ("sleutel", "{}"), .. code]);
        }
    }

    // As a device would have made it; only its name and number are looked at here.
    private async Task Given(App app)
    {
        var id = (Guid)(await app.Database.AsAdmin("select id from account"))!;
        await using var work = await app.Db.Begin(Actor.System("proef") with { Id = "account:" + id }, "proef");
        work.Journal(Act.AccountMade, objects: [id]);
        StoredPasskey.Add(work, id, "Telefoon", new UserPasskeyInfo(Credential, [1], time.Now, 0, [], true, false, false, [], []));
        await work.Save();
    }
}
