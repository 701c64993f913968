using System.Net;
using Flex.Web.Data;
using Flex.Web.Data.Addresses;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class Proving_an_address(TestCluster cluster)
{
    private const string Door = "/aanmelden/zonder-account";
    private const string Mails = "select count(*) from outgoing_mail where audience = 'controle'";

    [Fact]
    public async Task Takes_the_code_with_or_without_its_space_and_once_more_after_a_double_click()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await Ask(visitor, "a@b.example");
        var code = await Code(app);

        foreach (var typed in (string[])[code, code.Replace(" ", "", StringComparison.Ordinal)])
        {
            Assert.Equal(Door + "/formulier", (await visitor.Post(Door + "/code", ("code", typed))).Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task Counts_every_wrong_code_also_at_the_same_moment_and_then_takes_the_right_one_no_more()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await Ask(visitor, "a@b.example");
        var code = await Code(app);
        var wrong = code[0] == '1' ? "2222 2222" : "1111 1111";

        var first = await visitor.Post(Door + "/code", ("code", wrong));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.StatusCode);
        Assert.Contains("Deze code klopt niet.", visitor.Page.QuerySelector("#code-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post(Door + "/code", ("code", "12"))).StatusCode);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.Post(Door + "/code", ("code", wrong))));
        var late = await visitor.Post(Door + "/code", ("code", code));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Deze code geldt niet meer", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Equal("5 0", await app.Database.AsAdmin("select concat_ws(' ', tries, (proved_at is not null)::int) from address_check"));
    }

    [Fact]
    public async Task Takes_no_code_after_half_an_hour_and_no_form_four_hours_after_the_code()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await Ask(visitor, "a@b.example");
        Assert.Equal(true, await app.Database.AsAdmin("select expires_at - sent_at = interval '30 minutes' from address_check"));
        await app.Database.AsAdmin("update address_check set expires_at = sent_at");
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.Post(Door + "/code", ("code", await Code(app)))).StatusCode);

        await app.Database.AsAdmin("update address_check set expires_at = sent_at + interval '30 minutes', proved_at = sent_at - interval '3 hours 59 minutes'");
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(Door + "/formulier")).StatusCode);
        await app.Database.AsAdmin("update address_check set proved_at = sent_at - interval '4 hours'");
        Assert.Equal(Door, (await visitor.Get(Door + "/formulier")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Takes_the_code_only_in_the_browser_that_asked()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        using var other = await app.Visit();
        await Ask(visitor, "a@b.example");
        var code = await Code(app);

        await other.Get(Door);
        Assert.Equal(Door, (await other.Post(Door + "/code", ("code", code))).Headers.Location?.OriginalString);
        await Ask(other, "c@d.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Post(Door + "/code", ("code", code))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from address_check where proved_at is not null"));
    }

    [Fact]
    public async Task Answers_the_same_when_an_address_had_its_mails_and_sends_no_more()
    {
        await using var app = await App.Start(cluster);
        var answers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            using var visitor = await app.Visit();
            var asked = await Ask(visitor, i % 2 == 0 ? "vaak@b.example" : "Vaak@B.example");
            await visitor.Get(Door + "/code");
            var page = visitor.Page.QuerySelector("main")!.TextContent;
            var tried = await visitor.Post(Door + "/code", ("code", "0000 0001"));
            answers.Add($"{asked.StatusCode} {asked.Headers.Location} {asked.Headers.GetValues("Set-Cookie").Last().Split('=')[0]} {page} {tried.StatusCode} {visitor.Page.QuerySelector("main")!.TextContent}");
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(3L, await app.Database.AsAdmin(Mails));
        Assert.Equal(5L, await app.Database.AsAdmin("select count(*) from address_check"));
        await app.Database.AsAdmin("update address_check set sent_at = sent_at - interval '1 hour'");
        using var later = await app.Visit();
        await Ask(later, "vaak@b.example");
        Assert.Equal(4L, await app.Database.AsAdmin(Mails));
    }

    [Fact]
    public async Task Sends_three_mails_to_who_asks_many_times_at_once()
    {
        await using var app = await App.Start(cluster);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AddressCheck.Ask(app.Db, "a@b.example", null, CancellationToken.None)));

        Assert.Equal(3L, await app.Database.AsAdmin(Mails));
    }

    [Fact]
    public async Task Says_that_it_is_too_busy_when_the_whole_door_is()
    {
        await using var app = await App.Start(cluster);
        await app.Database.AsAdmin($"insert into address_check (id, lookup, sealed, code, sent_at, expires_at) select gen_random_uuid(), sha256(n::text::bytea), '', sha256(''), $1, $1 from generate_series(1, {AddressCheck.MostPerHour}) n", app.Clock.Now);
        using var visitor = await app.Visit();

        var answer = await Ask(visitor, "nieuw@b.example");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("te veel codes", visitor.Page.QuerySelector("#mail-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("nieuw@b.example", visitor.Page.QuerySelector("#mail")!.GetAttribute("value"));
        Assert.Equal(0L, await app.Database.AsAdmin(Mails));
    }

    [Fact]
    public async Task Is_too_busy_for_one_network_address_long_before_it_is_for_all()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        for (var i = 0; i < AddressCheck.MostPerOrigin; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Ask(visitor, $"a{i}@b.example")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(visitor, "nog@b.example")).StatusCode);
        Assert.NotNull(await AddressCheck.Ask(app.Db, "ander@b.example", "192.0.2.1", CancellationToken.None));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from address_check where encode(origin, 'escape') like '%127.0.0.1%' or encode(origin, 'escape') like '%192.0.2.1%'"));
    }

    [Theory]
    [InlineData("used_at = sent_at", true)]
    [InlineData("proved_at = sent_at", false)] // a proof lives four hours
    [InlineData("proved_at = sent_at - interval '3 hours'", true)]
    [InlineData("expires_at = sent_at", true)]
    public async Task Leaves_no_address_behind_once_it_was_used_or_is_too_late(string set, bool emptied)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await Ask(visitor, "a@b.example");
        await app.Database.AsAdmin($"update address_check set sent_at = sent_at - interval '2 hours'");
        await app.Database.AsAdmin($"update address_check set {set}");

        await OldTexts.Empty(app.Db, TestContext.Current.CancellationToken);

        Assert.Equal(emptied, await app.Database.AsAdmin("select length(sealed) = 0 and origin is null from address_check"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen-adres")]
    [InlineData("twee@b.example, drie@b.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    public async Task Refuses_what_is_no_address_beside_the_field(string typed)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();

        var answer = await Ask(visitor, typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(visitor.Page.QuerySelector("#mail-fout"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from address_check"));
    }

    [Fact]
    public async Task Keeps_address_and_code_unreadable()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await Ask(visitor, "kanarie@vogel.example");
        var code = await Code(app);

        Assert.Equal(false, await app.Database.AsAdmin("select bool_or(encode(x, 'escape') like '%vogel%' or encode(x, 'escape') like $1) from address_check, unnest(array[lookup, sealed, code]) x", $"%{code.Replace(" ", "", StringComparison.Ordinal)}%"));
    }

    /// <summary>Asks for a code.</summary>
    internal static async Task<HttpResponseMessage> Ask(Visitor visitor, string mail)
    {
        await visitor.Get(Door);
        return await visitor.Post(Door, ("mail", mail));
    }

    /// <summary>The code in the newest mail that waits.</summary>
    internal static async Task<string> Code(App app)
    {
        var id = (Guid)(await app.Database.AsAdmin("select id from outgoing_mail where audience = 'controle' order by id desc limit 1"))!;
        var sealedBytes = (byte[])(await app.Database.AsAdmin("select sealed from outgoing_mail where id = $1", id))!;
        return Applying_without_an_account.Digits().Match(Outbox.Open(app.Db.Keys, null, sealedBytes, id).Text).Value;
    }
}
