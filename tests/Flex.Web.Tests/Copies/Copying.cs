using System.Text.Json.Nodes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Copies;

/// <summary>What a test needs of a copy: ask for it, leave lines out, release, open.</summary>
internal static class Copying
{
    public static readonly (string Name, string Value)[] Request =
        [("wie_vraagt", "moeder"), ("naam_verzoeker", "Anna de Proef"), ("gevraagd_op", "14-05-2023"), ("identiteit_nagegaan", "document"), ("welk_deel", "moeder"), ("welk_deel", "kind")];

    public static async Task<HttpResponseMessage> Ask(Visitor visitor, Guid id, Guid? act = null, params (string Name, string Value)[] says)
    {
        await visitor.Get($"/dossiers/{id}/afschrift");
        return await visitor.Post($"/dossiers/{id}/afschrift", [.. Request.Where(r => says.All(s => s.Name != r.Name)), .. says, ("act", (act ?? Guid.NewGuid()).ToString())]);
    }

    /// <summary>The address of a part.</summary>
    public static async Task<string> Part(App app, Guid id, string part) => $"/dossiers/{id}/afschrift/{await app.Database.AsAdmin("select id from copy_part where dossier_id = $1 and part = $2 order by id desc limit 1", id, part)}";

    public static async Task<HttpResponseMessage> Omit(Visitor visitor, string path, string line, string ground = "ander", string because = "Gaat over haar zus", Guid? act = null)
    {
        await visitor.Get(path);
        return await visitor.Post(path + "/weglaten", ("regels", line), ("weglaat_grond", ground), ("toelichting", because), ("act", (act ?? Guid.NewGuid()).ToString()));
    }

    public static async Task<HttpResponseMessage> Release(Visitor visitor, string path, Guid? act = null, params (string Name, string Value)[] says)
    {
        await visitor.Get(path);
        return await Send(visitor, path, act, says);
    }

    /// <summary>Sends the form of the page that lies there.</summary>
    public static Task<HttpResponseMessage> Send(Visitor visitor, string path, Guid? act = null, params (string Name, string Value)[] says)
    {
        var version = visitor.Page.QuerySelector($"main form[action='{path}'] input[name=version]")?.GetAttribute("value") ?? "";
        return visitor.Post(path, [.. new[] { ("besluit", "vrijgeven"), ("meegegeven", "in-persoon") }.Where(d => says.All(s => s.Name != d.Item1)), .. says, ("act", (act ?? Guid.NewGuid()).ToString()), ("version", version)]);
    }

    /// <summary>The file of a part that was released.</summary>
    public static async Task<JsonNode> File(Visitor visitor, string path)
    {
        var answer = await visitor.Get(path + "/bestand");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A part of a family as it would be given, asked and released.</summary>
    public static async Task<JsonNode> Of(App app, Guid id, string part, string capacity = "moeder", string persona = "intaker")
    {
        using (var intaker = await app.Visit("intaker"))
        {
            await Ask(intaker, id, null, ("wie_vraagt", capacity), ("identiteit_nagegaan", capacity is "moeder" or "partner" ? "document" : "gezag"), ("welk_deel", part == "vragenlijsten" ? "moeder" : part));
        }

        using var visitor = await app.Visit(persona);
        var path = await Part(app, id, part);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await Release(visitor, path)).StatusCode);
        return await File(visitor, path);
    }
}
