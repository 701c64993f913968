using System.Net;
using Flex.Domain.Accounts;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;

namespace Flex.Web.Tests.Support;

/// <summary>A made-up person with a real account: came in by an invitation, with a password and an app for codes.</summary>
internal sealed class Person
{
    public const string Organisation = "geboortezorg-limburg";
    public const string Phrase = "paars fietst de maan";

    private readonly SetTime time;
    private readonly byte[] factor;

    private Person(SetTime time, byte[] factor, string mail, IReadOnlyList<string> codes) => (this.time, this.factor, Mail, Codes) = (time, factor, mail, codes);

    public string Mail { get; }

    /// <summary>The recovery codes that were shown.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>What the app shows now.</summary>
    public string Code => OneTimeCode.At(factor, OneTimeCode.StepOf(time.Now));

    /// <summary>A clock that starts now and stands still until it is set.</summary>
    public static SetTime Clock() => new(TimeProvider.System.GetUtcNow());

    public static async Task<string> Invite(App app, string mail, string role = "intaker", string organisation = Organisation) =>
        (await Invitation.Make(app.Db, Actor.System("account"), new(app.Clock.NewId(), organisation, role, "Test-Persoon", mail), TestContext.Current.CancellationToken))!;

    /// <summary>Makes an account through the front door; the clock moves on, so that the next code is another.</summary>
    public static async Task<Person> Join(App app, SetTime time, string mail, string role = "intaker", string organisation = Organisation)
    {
        using var visitor = await app.Visit();
        return await Accept(visitor, time, await Invite(app, mail, role, organisation), mail);
    }

    public static async Task<Person> Accept(Visitor visitor, SetTime time, string link, string mail)
    {
        await visitor.Get(link);
        var factor = Shown(visitor);
        var answer = await visitor.Post(link, Filled(visitor, OneTimeCode.At(factor, OneTimeCode.StepOf(time.Now))));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        time.Now += TimeSpan.FromSeconds(30);
        return new(time, factor, mail, [.. visitor.Page.QuerySelectorAll("main li").Select(l => l.TextContent.Trim())]);
    }

    public static (string, string)[] Filled(Visitor visitor, string code, string phrase = Phrase) =>
        [("geheim", visitor.Page.QuerySelector("input[name=geheim]")!.GetAttribute("value")!), ("wachtwoord", phrase), ("nogmaals", phrase), ("code", code)];

    /// <summary>The secret as it stands on the page, typed over.</summary>
    public static byte[] Shown(Visitor visitor) => Secret(visitor.Page.QuerySelector(".flex-secret")!.TextContent);

    public static byte[] Secret(string text)
    {
        var bits = string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(l => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(l, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    /// <summary>The first step only.</summary>
    public async Task<HttpResponseMessage> TypePassword(Visitor visitor, string phrase = Phrase)
    {
        await visitor.Get("/inloggen");
        return await visitor.Post("/inloggen", ("mail", Mail), ("wachtwoord", phrase));
    }

    /// <summary>Both steps; the clock moves on, so that the next code is another.</summary>
    public async Task<HttpResponseMessage> SignIn(Visitor visitor)
    {
        var first = await TypePassword(visitor);
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        await visitor.Get(first.Headers.Location!.OriginalString);
        var answer = await visitor.Post("/inloggen/code", ("code", Code));
        time.Now += TimeSpan.FromSeconds(30);
        return answer;
    }

    /// <summary>A browser of this person, signed in.</summary>
    public async Task<Visitor> Visit(App app)
    {
        var visitor = await app.Visit();
        Assert.Equal(HttpStatusCode.SeeOther, (await SignIn(visitor)).StatusCode);
        return visitor;
    }
}
