using System.Net;
using System.Net.Http.Json;
using Flex.Web.Tests.Api;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>One form as anybody may try it: who it was made for, and how it comes to lie there.</summary>
/// <param name="Open">Makes what must be there and answers how a visitor sends it.</param>
internal sealed record TriedForm(string? Persona, Func<App, Visitor, Task<Func<Visitor, Rewind, Task<HttpResponseMessage>>>> Open)
{
    /// <summary>Whether it was done; otherwise it must have been refused.</summary>
    public Func<Visitor, HttpResponseMessage, bool> Done { get; init; } = (_, a) => a.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Created;

    /// <summary>Writes nothing but the look.</summary>
    public bool Looks { get; init; }

    /// <summary>Answers with what there is to see, and to who sees nothing with an empty page.</summary>
    public bool Empty { get; init; }
}

/// <summary>Every form of the product by its route: those of <see cref="SentForms"/>, and what is sent without one.</summary>
internal static class TriedForms
{
    // What the page asks of one role and not of another.
    private static readonly Dictionary<string, (string Name, string Value)[]> Asked = new(StringComparer.Ordinal)
    {
        ["POST /aanmelden"] = [("kanaal", "aanmelder")], ["POST /dossiers/{id:guid}/pijler/{pillar:int}"] = [("kanaal", "aanmelder")],
    };

    public static readonly IReadOnlyDictionary<string, TriedForm> All = new Dictionary<string, TriedForm>(
        SentForms.All.Concat(SentForms.Steps).Where(f => !ChosenActs.OfOneself.ContainsKey(f.Key) && !ChosenActs.Elsewhere.ContainsKey(f.Key) && f.Key != "POST /zoeken").Select(f => KeyValuePair.Create(f.Key, Of(f.Value, Asked.GetValueOrDefault(f.Key, [])))), StringComparer.Ordinal)
    {
        // Who may not reads on the page that the family is not known.
        ["POST /diensten"] = Of(SentForms.All["POST /diensten"], []) with { Empty = true },
        ["POST /zoeken"] = Finding(v => v.Post("/zoeken", ("naam", FormFields.Mother))),
        ["POST /zoeken/bsn"] = Finding(v => v.Post("/zoeken/bsn", ("bsn", FormFields.Bsn))),
        ["GET /dossiers"] = Finding(v => v.Get("/dossiers")),
        ["POST /dossiers/{id:guid}/identiteit/tonen"] = new("intaker", async (app, _) =>
        {
            var id = await Resembling.Stored(app, "verloskunde-elders");
            return (v, _) => v.Post($"/dossiers/{id}/identiteit/tonen");
        }) { Looks = true, Done = (_, a) => a.StatusCode == HttpStatusCode.OK },
        ["POST /dossiers/{id:guid}/adres/tonen"] = new("intaker", async (app, _) =>
        {
            var id = await Shields.An_address_that_must_stay_hidden.Shielded(app);
            return (v, _) => v.Post($"/dossiers/{id}/adres/tonen");
        }) { Looks = true, Done = (_, a) => a.StatusCode == HttpStatusCode.OK },
        ["POST /werk/overdracht/{id:guid}"] = new("jgz", async (app, _) =>
        {
            await new Builder(app).Dossier().Save();
            return async (v, world) => await v.Post($"/werk/overdracht/{await world.Value("select coalesce((select id from relation where organisation like 'jgz-%' limit 1), '0190ffff-0000-7000-8000-000000000001')")}", ("antwoord", "aannemen"));
        }) { Done = (_, a) => a.Headers.Location?.OriginalString.StartsWith("/dossiers/", StringComparison.Ordinal) == true, Empty = true },
        ["POST /api/v1/applications"] = new("verloskundige", (_, _) => Task.FromResult<Func<Visitor, Rewind, Task<HttpResponseMessage>>>((v, _) => Json(v, "/api/v1/applications", new(Applying_and_deciding_as_json.Body()) { ["kanaal"] = "aanmelder" }))),
        ["POST /api/v1/dossiers/{id:guid}/decisions"] = new("intaker", async (app, _) =>
        {
            var id = await new Builder(app).Dossier().Save();
            return (v, _) => Json(v, $"/api/v1/dossiers/{id}/decisions", new() { ["pijler"] = 1, ["besluit"] = "toegelaten", ["act"] = Guid.NewGuid() });
        }),
        ["POST /beheer/accounts/{id:guid}/afsluiten"] = new("beheerder", async (app, opener) =>
        {
            await Person.Join(app, Person.Clock(), "weg@flex.example");
            await opener.Get("/beheer/accounts");
            var close = opener.Page.QuerySelector("main form[action$='/afsluiten']")!.GetAttribute("action")!;
            return (v, _) => v.Post(close);
        }),
    };

    private static TriedForm Of(SentForm form, (string Name, string Value)[] asked) => new(form.Persona, async (app, opener) =>
    {
        var (path, sent) = await form.Open(app, opener);
        return (v, _) => v.Post(path, [.. sent.Where(s => asked.All(a => a.Name != s.Name)), .. asked]);
    })
    {
        Looks = form.Shows,
        Done = form.Shows ? (_, a) => a.StatusCode == HttpStatusCode.OK : (_, a) => a.StatusCode == HttpStatusCode.SeeOther,
    };

    private static TriedForm Finding(Func<Visitor, Task<HttpResponseMessage>> ask) => new("intaker", async (app, _) =>
    {
        await Resembling.Stored(app, "verloskunde-elders");
        return (v, _) => ask(v);
    })
    { Looks = true, Empty = true, Done = (v, a) => a.StatusCode == HttpStatusCode.OK && v.Page.QuerySelector("main a[href^='/dossiers/']") is not null };

    // Without a session there is no token to send; then it goes without.
    private static async Task<HttpResponseMessage> Json(Visitor visitor, string path, Dictionary<string, object?> body)
    {
        var session = await visitor.Ask(HttpMethod.Get, "/api/v1/session");
        if (session.StatusCode == HttpStatusCode.OK)
        {
            return await Applying_and_deciding_as_json.Send(visitor, path, body);
        }

        using var content = JsonContent.Create(body);
        return await visitor.Send(path, content);
    }
}
