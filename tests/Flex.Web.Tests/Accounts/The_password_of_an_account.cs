using System.Buffers.Binary;
using System.Net;
using Flex.Domain.Accounts;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Accounts;

public sealed class The_password_of_an_account(TestCluster cluster)
{
    // Longer than the 72 bytes that some hashes look at, with a space at its end.
    private const string Long = "Paars fietst de maan en de zon vaart oranje over het water van de grote stille zee ";

    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Is_masked_may_be_filled_in_by_a_password_manager_and_nothing_is_asked_beside_it_and_the_code()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await app.Visit();
        var link = await Person.Invite(app, "een@flex.example");
        foreach (var (path, fields, filled) in new[] { (link, "wachtwoord nogmaals code", "new-password"), ("/inloggen", "mail wachtwoord", "current-password") })
        {
            await visitor.Get(path);
            var inputs = visitor.Page.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select");

            Assert.Equal(fields.Split(' '), inputs.Select(i => i.GetAttribute("name")));
            Assert.All(inputs.Where(i => i.GetAttribute("name") is "wachtwoord" or "nogmaals"), i =>
            {
                Assert.Equal(("password", filled), (i.GetAttribute("type"), i.GetAttribute("autocomplete")));
                Assert.DoesNotContain(i.Attributes, a => a.Name is "maxlength" or "readonly" or "pattern" || a.Name.StartsWith("on", StringComparison.Ordinal));
            });
        }

        var script = await (await visitor.Ask(HttpMethod.Get, "/site.js")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("addEventListener", script, StringComparison.Ordinal);
        Assert.DoesNotContain("paste", script, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Counts_to_its_last_sign_as_it_was_typed()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await app.Visit();
        var link = await Person.Invite(app, "een@flex.example");
        await visitor.Get(link);
        var code = OneTimeCode.At(Person.Shown(visitor), OneTimeCode.StepOf(time.Now));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Post(link, Person.Filled(visitor, code, Long))).StatusCode);

        foreach (var other in (string[])[Long.ToLowerInvariant(), Long.TrimEnd(), Long[..^2] + "x "])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Try(other)).StatusCode);
        }

        Assert.Equal("/inloggen/code", (await Try(Long)).Headers.Location?.OriginalString);

        async Task<HttpResponseMessage> Try(string typed)
        {
            using var browser = await app.Visit();
            await browser.Get("/inloggen");
            return await browser.Post("/inloggen", ("mail", "een@flex.example"), ("wachtwoord", typed));
        }
    }

    // The form of ASP.NET Core Identity: a mark, the function, the rounds, the length of the salt, the salt, the key.
    [Fact]
    public async Task Is_kept_as_a_slow_hash_with_a_salt_of_its_own()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var kept = new List<byte[]>();
        foreach (var mail in (string[])["een@flex.example", "twee@flex.example"])
        {
            await Person.Join(app, time, mail);
            kept.Add(Convert.FromBase64String((string)(await app.Database.AsAdmin("select password from account where mail = $1", mail))!));
        }

        const int HmacSha512 = 2;
        Assert.All(kept, k => Assert.Equal((1, HmacSha512, 210_000, 16, 13 + 16 + 32), ((int)k[0], Number(k, 1), Number(k, 5), Number(k, 9), k.Length)));
        Assert.NotEqual(kept[0][13..29], kept[1][13..29]);
        Assert.NotEqual(kept[0][29..], kept[1][29..]);

        static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
    }

    [Fact]
    public async Task Does_not_run_out()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        time.Now += TimeSpan.FromDays(800);
        var installation = app.Database.Installation;
        await new Sealer(installation.App, installation.Keys, installation.Heads, time).OpenSegments(TestContext.Current.CancellationToken);
        using var visitor = await app.Visit();

        var answer = await person.SignIn(visitor);

        Assert.Equal((HttpStatusCode.SeeOther, "/werk"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }
}
