using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Trust;

/// <summary>Every address of the site with every persona and with nobody: asked of the routes themselves, so that a new one is tried too.</summary>
public sealed partial class Who_reaches_what(TestCluster cluster)
{
    // v verloskundige, i intaker, c coordinator, k kraamverzorgende, j jgz, p programmabureau, b beheerder, t toezicht (privacy). Written down by who reviewed it, not taken from the policies.
    private static readonly Dictionary<string, string> Reviewed = new(StringComparer.Ordinal)
    {
        ["GET /aanmelden"] = "vicj", ["POST /aanmelden"] = "vicj", ["GET /aanmelden/concept/{id:guid}"] = "vicj", ["POST /api/v1/applications"] = "vicj",
        ["GET /werk"] = "vickjp", ["GET /dossiers"] = "vickj", ["GET /zoeken"] = "vickj", ["POST /zoeken"] = "vickj", ["GET /zoeken/bsn"] = "vickj", ["POST /zoeken/bsn"] = "vickj",
        ["GET /dossiers/{id:guid}/identiteit"] = "vickj", ["POST /dossiers/{id:guid}/identiteit/controle"] = "vickj", ["POST /dossiers/{id:guid}/identiteit/nummer"] = "vickj", ["POST /dossiers/{id:guid}/identiteit/tonen"] = "vickj",
        ["GET /dossiers/{id:guid}"] = "vickj", ["GET /dossiers/{id:guid}/historie"] = "vickj", ["GET /dossiers/{id:guid}/brief/{pillar:int}"] = "vickj",
        ["GET /dossiers/{id:guid}/besluit/{pillar:int}"] = "ic", ["POST /dossiers/{id:guid}/besluit/{pillar:int}"] = "ic", ["POST /api/v1/dossiers/{id:guid}/decisions"] = "ic",
        ["POST /dossiers/{id:guid}/brief/{pillar:int}"] = "ic",
        ["GET /dossiers/{id:guid}/beoordeling"] = "vicj", ["POST /dossiers/{id:guid}/beoordeling"] = "vicj", ["GET /dossiers/{id:guid}/uitleg"] = "vicj",
        ["GET /dossiers/{id:guid}/uren"] = "ck", ["POST /dossiers/{id:guid}/uren"] = "ck",
        ["GET /dossiers/{id:guid}/zorg"] = "ick", ["GET /dossiers/{id:guid}/zorg/indicatie"] = "ic", ["POST /dossiers/{id:guid}/zorg/indicatie"] = "ic",
        ["GET /dossiers/{id:guid}/zorg/verzekering"] = "ic", ["POST /dossiers/{id:guid}/zorg/verzekering"] = "ic", ["GET /dossiers/{id:guid}/zorg/bijdrage"] = "ic", ["POST /dossiers/{id:guid}/zorg/bijdrage"] = "ic",
        ["GET /dossiers/{id:guid}/plan"] = "ick", ["GET /vooruitblik"] = "c", ["GET /werk/plan/{id:guid}"] = "p", ["POST /werk/plan/{id:guid}"] = "p",
        ["GET /dossiers/{id:guid}/plan/doel"] = "ick", ["POST /dossiers/{id:guid}/plan/doel"] = "ick", ["GET /dossiers/{id:guid}/plan/uren"] = "ick", ["POST /dossiers/{id:guid}/plan/uren"] = "ick", ["GET /dossiers/{id:guid}/plan/boeking"] = "ick", ["POST /dossiers/{id:guid}/plan/boeking"] = "ick",
        ["GET /dossiers/{id:guid}/plan/evaluatie"] = "ick", ["POST /dossiers/{id:guid}/plan/evaluatie"] = "ick", ["GET /dossiers/{id:guid}/plan/einde"] = "ic", ["POST /dossiers/{id:guid}/plan/einde"] = "ic",
        ["GET /dossiers/{id:guid}/zorg/contact/{contact:guid}/oordeel"] = "c", ["POST /dossiers/{id:guid}/zorg/contact/{contact:guid}/oordeel"] = "c",
        ["GET /dossiers/{id:guid}/zorg/verschil/{shift:guid}"] = "c", ["POST /dossiers/{id:guid}/zorg/verschil/{shift:guid}"] = "c",
        ["GET /diensten"] = "c", ["POST /diensten"] = "c", ["GET /maanden"] = "c", ["POST /maanden"] = "c", ["POST /maanden/open"] = "c",
        ["GET /dossiers/{id:guid}/zorg/contact"] = "ck", ["POST /dossiers/{id:guid}/zorg/contact"] = "ck", ["GET /dossiers/{id:guid}/zorg/contact/{contact:guid}"] = "ck", ["POST /dossiers/{id:guid}/zorg/contact/{contact:guid}"] = "ck",
        ["GET /dossiers/{id:guid}/geboorte"] = "vick", ["POST /dossiers/{id:guid}/geboorte"] = "vick",
        ["GET /dossiers/{id:guid}/gegevens"] = "vick", ["POST /dossiers/{id:guid}/gegevens"] = "vick", ["POST /dossiers/{id:guid}/gegevens/oordeel"] = "c",
        ["GET /dossiers/{id:guid}/pijler/{pillar:int}"] = "vicj", ["POST /dossiers/{id:guid}/pijler/{pillar:int}"] = "vicj",
        ["GET /dossiers/{id:guid}/plaats/{pillar:int}"] = "ic", ["POST /dossiers/{id:guid}/plaats/{pillar:int}"] = "ic", ["GET /werk/wachtlijst/{pillar:int}"] = "ic",
        ["GET /dossiers/{id:guid}/afwijken/{pillar:int}"] = "ic", ["POST /dossiers/{id:guid}/afwijken/{pillar:int}"] = "ic", ["GET /werk/afwijking/{id:guid}"] = "p", ["POST /werk/afwijking/{id:guid}"] = "p",
        ["GET /dossiers/{id:guid}/toestemming"] = "vickj", ["POST /dossiers/{id:guid}/toestemming"] = "vick",
        ["GET /dossiers/{id:guid}/bereiken"] = "vick", ["POST /dossiers/{id:guid}/bereiken"] = "vick",
        ["GET /dossiers/{id:guid}/uitgerekend"] = "vick", ["POST /dossiers/{id:guid}/uitgerekend"] = "vick",
        ["GET /dossiers/{id:guid}/vragenlijst/{code}"] = "vkj", ["POST /dossiers/{id:guid}/vragenlijst/{code}"] = "vkj",
        ["GET /dossiers/{id:guid}/einde"] = "ic", ["POST /dossiers/{id:guid}/einde"] = "ic", ["GET /dossiers/{id:guid}/heropenen"] = "ic", ["POST /dossiers/{id:guid}/heropenen"] = "ic",
        ["GET /werk/dubbel/{id:guid}"] = "ic", ["POST /werk/dubbel/{id:guid}"] = "ic", ["GET /werk/lijkt-op/{id:guid}"] = "vickj", ["POST /werk/lijkt-op/{id:guid}"] = "ic",
        ["GET /dossiers/{id:guid}/wie-keek"] = "c", ["GET /dossiers/{id:guid}/achterhouden"] = "c", ["POST /dossiers/{id:guid}/achterhouden"] = "c",
        ["GET /beheer/toezicht"] = "t", ["POST /beheer/toezicht"] = "t", ["GET /beheer/toezicht/achterhouden"] = "t", ["POST /beheer/toezicht/achterhouden/{id:guid}"] = "t",
        ["GET /beheer/proefberekening"] = "ic", ["POST /beheer/proefberekening"] = "ic", ["GET /beheer/post"] = "ic", ["POST /beheer/post/{id:guid}/opnieuw"] = "ic",
        ["GET /dossiers/{id:guid}/betrokken"] = "vickj", ["POST /dossiers/{id:guid}/betrokken"] = "ic", ["POST /werk/overdracht/{id:guid}"] = "j", ["GET /noodknop"] = "vickj", ["POST /noodknop"] = "vickj",
        ["GET /dossiers/{id:guid}/beperken"] = "ic", ["POST /dossiers/{id:guid}/beperken"] = "ic", ["POST /dossiers/{id:guid}/beperken/opheffen"] = "ic",
        ["GET /dossiers/{id:guid}/verbeteren"] = "vick", ["POST /dossiers/{id:guid}/verbeteren"] = "vick", ["GET /dossiers/{id:guid}/verklaring"] = "ic", ["POST /dossiers/{id:guid}/verklaring"] = "ic",
        ["GET /dossiers/{id:guid}/kennen"] = "vickj", ["POST /dossiers/{id:guid}/kennen"] = "vickj",
        ["GET /dossiers/{id:guid}/adres"] = "vick", ["POST /dossiers/{id:guid}/adres"] = "vick", ["POST /dossiers/{id:guid}/adres/tonen"] = "k",
        ["GET /dossiers/{id:guid}/vertrouwelijk"] = "vickj", ["POST /dossiers/{id:guid}/vertrouwelijk"] = "vickj", ["POST /dossiers/{id:guid}/vertrouwelijk/delen"] = "vickj",
        ["GET /dossiers/{id:guid}/afschrift"] = "ick", ["POST /dossiers/{id:guid}/afschrift"] = "ic", ["GET /dossiers/{id:guid}/afschrift/{code}"] = "ick", ["POST /dossiers/{id:guid}/afschrift/{code}"] = "ick",
        ["POST /dossiers/{id:guid}/afschrift/{code}/weglaten"] = "ick", ["GET /dossiers/{id:guid}/afschrift/{code}/papier"] = "ick", ["GET /dossiers/{id:guid}/afschrift/{code}/bestand"] = "ick",
        ["GET /dossiers/{id:guid}/vernietigen"] = "ic", ["POST /dossiers/{id:guid}/vernietigen"] = "ic", ["POST /dossiers/{id:guid}/vernietigen/besluit"] = "ic", ["POST /dossiers/{id:guid}/vernietigen/uitvoeren"] = "ic", ["GET /beheer/verzoeken"] = "ic",
        // A visit of the family's own door is no persona: none of them comes in there.
        ["GET /gezin"] = "", ["GET /gezin/uren"] = "", ["GET /gezin/uren/{contact:guid}"] = "", ["POST /gezin/uren/{contact:guid}"] = "", ["GET /gezin/inloggen/{code}"] = "", ["GET /gezin/mijn-gegevens"] = "", ["GET /gezin/afschrift/{code}"] = "", ["GET /gezin/wie-keek"] = "", ["GET /gezin/blijf"] = "", ["GET /gezin/vragenlijst/{code}"] = "", ["POST /gezin/vragenlijst/{code}"] = "", ["POST /gezin/sluiten"] = "",
        ["GET /dossiers/{id:guid}/gezin"] = "vickj", ["POST /dossiers/{id:guid}/gezin"] = "vickj", ["POST /dossiers/{id:guid}/gezin/intrekken"] = "vickj", ["POST /dossiers/{id:guid}/gezin/samen"] = "vkj",
        ["GET /beheer/accounts"] = "b", ["POST /beheer/accounts"] = "b", ["POST /beheer/accounts/{id:guid}/afsluiten"] = "b",
    };

    private static readonly string[] Everybody =
    [
        "GET /", "GET /inloggen", "POST /inloggen", "GET /inloggen/organisatie/{code}", "GET /inloggen/organisatie/{code}/uit", "GET /inloggen/organisatie/{code}/uitgelogd", "GET /inloggen/passkey", "POST /inloggen/passkey", "GET /inloggen/code", "POST /inloggen/code", "GET /uitnodiging/{token}", "POST /uitnodiging/{token}", "GET /geen-toegang", "* /fout/{code:int?}", "* {*path:nonfile}", "GET /health/live", "GET /health/ready", "GET /.well-known/security.txt", "GET /api/v1/openapi.json",
        "GET /gezin/open/{token}", "POST /gezin/open/{token}", "GET /gezin/over", "GET /aanmelden/zonder-account", "POST /aanmelden/zonder-account", "GET /aanmelden/zonder-account/code", "POST /aanmelden/zonder-account/code",
        "GET /aanmelden/zonder-account/formulier", "POST /aanmelden/zonder-account/formulier", "GET /aanmelden/zonder-account/ontvangen",
    ];

    [Fact]
    public async Task Nothing_is_open_to_everybody_but_what_is_listed_and_everything_else_names_a_policy()
    {
        await using var app = await App.Start(cluster, demo: false);
        var open = app.Routes.Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Name).Where(n => !Asset().IsMatch(n));
        var unnamed = app.Routes.Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null && PolicyOf(r) is null).Select(Name);

        Assert.Equal(Everybody.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
        Assert.Equal(["GET /account", "GET /account/herstelcodes", "GET /account/passkeys", "GET /account/wachtwoord", "GET /api/v1/session", "GET /inloggen/blijf", "GET /inloggen/verder", "POST /account/herstelcodes", "POST /account/overal-uitloggen", "POST /account/passkeys", "POST /account/passkeys/verwijderen", "POST /account/wachtwoord", "POST /inloggen/verder", "POST /uitloggen"], unnamed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_persona_gets_where_the_review_says_and_nowhere_else()
    {
        await using var app = await App.Start(cluster);
        var dossier = await new Builder(app).Dossier().Save();
        var routes = app.Routes.Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null && PolicyOf(r) is not null).ToList();
        var wrong = new List<string>();
        foreach (var role in (string?[])[null, .. Roles.All.Select(r => r.Code)])
        {
            using var visitor = await app.Visit(role);
            foreach (var route in routes)
            {
                var reached = await Reached(visitor, route, dossier);
                var may = role is not null && (Reviewed.TryGetValue(Name(route), out var said) ? said.Contains(Letter(role)) : Policies.May(role, PolicyOf(route)!));
                if (reached != may)
                {
                    wrong.Add($"{role ?? "niemand"}: {Name(route)}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(Reviewed.Keys.Except(app.Routes.Select(Name)));
        Assert.Equal("0 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier_end) + (select count(*) from decision), (select count(*) - 1 from dossier))"));
    }

    // Whatever is asked of a family of another organisation is answered as if it were not there.
    [Theory]
    [InlineData("verloskundige")]
    [InlineData("programmabureau")]
    public async Task The_family_of_another_is_to_somebody_who_does_not_reach_it_not_there(string role)
    {
        await using var app = await App.Start(cluster);
        var other = await Resembling.Stored(app, "verloskunde-elders");
        var nowhere = Guid.Parse("0190ffff-0000-7000-8000-000000000001");
        using var visitor = await app.Visit(role);
        await visitor.Get("/zoeken");
        var tried = 0;
        foreach (var route in app.Routes.Where(r => r.RoutePattern.RawText!.Contains("{id:guid}", StringComparison.Ordinal) && PolicyOf(r) is { } policy && Policies.May(role, policy)))
        {
            Assert.Equal(await Seen(visitor, route, nowhere), await Seen(visitor, route, other));
            tried++;
        }

        Assert.Equal(role == "verloskundige", tried > 10);
    }

    private static async Task<bool> Reached(Visitor visitor, RouteEndpoint route, Guid dossier)
    {
        // Without the field against forgery a form is refused after the door, so that nothing is changed by asking.
        var answer = IsGet(route) ? await visitor.Get(Path(route, dossier)) : await visitor.Upload(Path(route, dossier), ("__RequestVerificationToken", "x"));
        return answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            && !Refusal().IsMatch(answer.Headers.Location?.OriginalString ?? "");
    }

    private static async Task<string> Seen(Visitor visitor, RouteEndpoint route, Guid dossier)
    {
        var answer = IsGet(route) ? await visitor.Get(Path(route, dossier)) : await visitor.Post(Path(route, dossier), ("oordeel", "zelfde"), ("reden", "proef"));
        return $"{Name(route)} {answer.StatusCode} {answer.Headers.Location} {visitor.Page.QuerySelector("main")?.TextContent}".Replace(dossier.ToString(), "ID", StringComparison.Ordinal);
    }

    internal static bool IsGet(RouteEndpoint route) => Name(route).StartsWith("GET", StringComparison.Ordinal);

    internal static string Name(RouteEndpoint route) => $"{route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "*"} {route.RoutePattern.RawText}";

    internal static string? PolicyOf(RouteEndpoint route) => route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).FirstOrDefault(p => p is not null);

    internal static string Path(RouteEndpoint route, Guid dossier) => route.RoutePattern.RawText!.Replace("{id:guid}", dossier.ToString(), StringComparison.Ordinal)
        .Replace("{pillar:int}", "1", StringComparison.Ordinal).Replace("{code}", "start", StringComparison.Ordinal).Replace("{contact:guid}", "0190ffff-0000-7000-8000-000000000002", StringComparison.Ordinal).Replace("{shift:guid}", "0190ffff-0000-7000-8000-000000000002", StringComparison.Ordinal).Replace("{programme}", "zuid-limburg-2021", StringComparison.Ordinal);

    private static string Letter(string role) => role switch
    {
        Roles.Verloskundige => "v", Roles.Intaker => "i", Roles.Coordinator => "c", Roles.Kraamverzorgende => "k", Roles.Jgz => "j", Roles.Programmabureau => "p", Roles.Beheerder => "b", Roles.Privacy => "t",
        _ => "?",
    };

    [GeneratedRegex("^(http://[^/]+)?/(geen-toegang|inloggen|gezin/over)")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^GET /[\w-]+\.(css|js|svg)$")]
    private static partial Regex Asset();
}
