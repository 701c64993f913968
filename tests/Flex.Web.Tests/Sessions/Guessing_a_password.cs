using System.Net;
using Flex.Web.Data.Accounts;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Sessions;

/// <summary>Ten thousand tries (a thousand in the normal run): few are looked at, and the person whose account it is gets in meanwhile.</summary>
public sealed class Guessing_a_password(TestCluster cluster)
{
    private static readonly int Tries = Seed.Long ? 10_000 : 1_000;
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Of_one_account_from_one_place_is_looked_at_five_times()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");

        Assert.Equal(SignInLimit.FreePair, await LookedAt(app, person.Mail, _ => "192.0.2.1"));
        Assert.Equal(SignInLimit.FreePair, await LookedAt(app, "nul@flex.example", _ => "192.0.2.2"));
        Assert.Equal(SignInLimit.FreePair * 2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SignInRefused'"));
    }

    [Fact]
    public async Task Of_one_account_from_everywhere_is_looked_at_ten_times_and_keeps_its_owner_out_of_nothing()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var owner = await person.Visit(app);

        Assert.Equal(SignInLimit.FreeAccount, await LookedAt(app, person.Mail, i => $"198.51.{i / 250}.{i % 250}"));

        Assert.Equal(HttpStatusCode.SeeOther, (await person.SignIn(owner)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.Get("/werk")).StatusCode);
        // A new device of the owner, at a place that is known.
        using var newer = await app.Visit();
        Assert.Equal(HttpStatusCode.SeeOther, (await person.SignIn(newer)).StatusCode);
    }

    [Fact]
    public async Task Of_many_accounts_from_one_place_is_looked_at_fifty_times()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var looked = 0;
        for (var i = 0; i < SignInLimit.FreeOrigin + 10; i++)
        {
            looked += (await PasswordTry.Run(app.Db, $"p{i}@flex.example", "verkeerd wachtwoord", "192.0.2.9", null, default)).Again is null ? 1 : 0;
        }

        Assert.Equal(SignInLimit.FreeOrigin, looked);
    }

    [Fact]
    public async Task At_the_page_is_answered_with_when_to_try_again_and_each_pause_is_longer()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await app.Visit();
        for (var i = 0; i < SignInLimit.FreePair; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.TypePassword(visitor, "oranje vaart de zon")).StatusCode);
        }

        foreach (var minutes in (int[])[1, 2, 4])
        {
            // Right or wrong: it is not looked at.
            Assert.Equal(HttpStatusCode.TooManyRequests, (await person.TypePassword(visitor)).StatusCode);
            Assert.Contains(minutes == 1 ? "over een minuut" : $"over {minutes} minuten", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
            time.Now += TimeSpan.FromMinutes(minutes);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.TypePassword(visitor, "oranje vaart de zon")).StatusCode);
        }
    }

    [Fact]
    public async Task Goes_no_further_with_the_mark_of_a_device_that_is_of_another_account()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var victim = await Person.Join(app, time, "een@flex.example");
        using var attacker = await (await Person.Join(app, time, "twee@flex.example")).Visit(app);
        attacker.Forget("flex-sessie");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < SignInLimit.FreePair + 1; i++)
        {
            answers.Add((await victim.TypePassword(attacker, "oranje vaart de zon")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Code_after_the_password_goes_as_slowly()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await app.Visit();
        await person.TypePassword(visitor);
        for (var i = 0; i < SignInLimit.FreePair; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/inloggen/code", ("code", "aaaaaaa"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Post("/inloggen/code", ("code", person.Code))).StatusCode);
        Assert.Null(visitor.Cookie("flex-sessie"));
    }

    // How many of many tries, several at a time, were looked at.
    private static async Task<int> LookedAt(App app, string mail, Func<int, string> origin)
    {
        var looked = 0;
        await Parallel.ForAsync(0, Tries, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, stop) =>
        {
            if ((await PasswordTry.Run(app.Db, mail, $"verkeerd wachtwoord {i}", origin(i), null, stop)).Again is null)
            {
                Interlocked.Increment(ref looked);
            }
        });
        return looked;
    }
}
