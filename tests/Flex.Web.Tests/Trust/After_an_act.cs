using System.Net;
using AngleSharp.Dom;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Trust;

/// <summary>Who sent a form hears on the next page what was done, once.</summary>
public sealed class After_an_act(TestCluster cluster)
{
    // What says nothing of itself, and why.
    private static readonly Dictionary<string, string> Silent = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/applications"] = "JSON says it in its answer",
        ["POST /api/v1/dossiers/{id:guid}/decisions"] = "JSON says it in its answer",
        ["POST /aanmelden/zonder-account"] = "the next page asks for the code that was mailed",
        ["POST /zoeken"] = "answers with a page", ["POST /zoeken/bsn"] = "answers with a page", ["POST /dossiers/{id:guid}/identiteit/tonen"] = "answers with a page", ["POST /dossiers/{id:guid}/adres/tonen"] = "answers with a page", ["POST /beheer/proefberekening"] = "answers with a page", ["POST /diensten"] = "answers with a page",
        ["POST /inloggen"] = "the next page is the person's own, with the name above it",
        ["POST /inloggen/code"] = "the next page is the person's own, with the name above it",
        ["POST /inloggen/passkey"] = "the next page is the person's own, with the name above it",
        ["POST /inloggen/verder"] = "sends on to the form itself; its own row says the rest",
        ["POST /gezin/open/{token}"] = "the next page is her own", ["POST /gezin/sluiten"] = "FamilyDoors/A_visit_of_a_family", ["POST /dossiers/{id:guid}/gezin"] = "answers with a page",
        ["POST /dossiers/{id:guid}/gezin/intrekken"] = "FamilyDoors/A_visit_of_a_family", ["POST /dossiers/{id:guid}/gezin/samen"] = "FamilyDoors/On_the_device_of_a_professional",
        ["POST /uitnodiging/{token}"] = "answers with a page", ["POST /account/herstelcodes"] = "answers with a page", ["POST /account/wachtwoord"] = "needs an account (Accounts/Changing_a_password)",
        ["POST /account/overal-uitloggen"] = "signed out; the page to sign in says so (Sessions/The_session_of_an_account)",
        ["POST /account/passkeys"] = "needs a device (Flex.Browser.Tests/A_passkey)", ["POST /account/passkeys/verwijderen"] = "needs a device (Flex.Browser.Tests/A_passkey)",
        ["POST /werk/overdracht/{id:guid}"] = "two buttons; Relations/Handing_over_to_youth_care",
        ["POST /beheer/accounts/{id:guid}/afsluiten"] = "Accounts/Looking_after_accounts", ["POST /uitloggen"] = "below",
    };

    public static TheoryData<string> Forms => [.. SentForms.All.Keys.Except(Silent.Keys)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_next_page_says_once_what_was_done(string route)
    {
        await using var app = await App.Start(cluster);
        var form = SentForms.All[route];
        using var visitor = await app.Visit(form.Persona);
        var (path, sent) = await form.Open(app, visitor);

        var answer = await visitor.Post(path, sent);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var next = answer.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(next)).StatusCode);
        var said = Said(visitor);
        Assert.Matches("^Gelukt: .{10,}[a-z0-9]\\.?$", said ?? "nothing");
        await visitor.Get(next);
        if (next.EndsWith("/ontvangen", StringComparison.Ordinal))
        {
            // That page is the message.
            Assert.Equal(said, Said(visitor));
            return;
        }

        Assert.Null(Said(visitor));
    }

    [Fact]
    public async Task Every_form_is_asked_that_or_listed_with_the_reason_why_not()
    {
        await using var app = await App.Start(cluster);
        var sent = app.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(Who_reaches_what.Name);

        Assert.Equal(sent.Order(StringComparer.Ordinal), SentForms.All.Keys.Union(Silent.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_an_application_it_says_by_when_somebody_decides()
    {
        await using var app = await App.Start(cluster, new DateOnly(2023, 5, 31));
        using var midwife = await app.Visit("verloskundige");
        var (path, sent) = await SentForms.All["POST /aanmelden"].Open(app, midwife);

        var answer = await midwife.Post(path, [.. sent.Where(s => s.Name != "ontvangen_op")]);
        await midwife.Get(answer.Headers.Location!.OriginalString);

        Assert.Equal("Gelukt: De aanmelding is binnen. De intaker besluit uiterlijk 07-06-2023.", Said(midwife));
    }

    [Fact]
    public async Task Signed_out_says_so()
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/");

        await intaker.Get((await intaker.Post("/uitloggen")).Headers.Location!.OriginalString);

        Assert.Equal("Gelukt: U bent uitgelogd.", Said(intaker));
    }

    [Fact]
    public async Task A_message_that_its_browser_made_up_is_not_shown()
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        intaker.Steal("flex-gelukt", "besluit");

        await intaker.Get("/werk");

        Assert.Null(Said(intaker));
        Assert.DoesNotContain("Het besluit is vastgelegd", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    private static string? Said(Visitor visitor) =>
        visitor.Page.QuerySelector("main [role=status]") is { } said ? string.Join(' ', said.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
}
