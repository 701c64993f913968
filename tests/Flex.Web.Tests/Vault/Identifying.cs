using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Vault;

/// <summary>Saying who somebody is, as a person does.</summary>
internal static class Identifying
{
    public const string Other = "999990019";

    public static async Task<HttpResponseMessage> Number(Visitor visitor, Guid id, string bsn, string? reason = null, string person = "mother", Guid? act = null, string? version = null)
    {
        await visitor.Get($"/dossiers/{id}/identiteit?van={person}");
        return await Send(visitor, id, "nummer", act, [("bsn", bsn), ("geen_bsn", reason ?? ""), .. version is null ? [] : new[] { ("version", version) }]);
    }

    public static async Task<HttpResponseMessage> Check(Visitor visitor, Guid id, string how, string day = "14-05-2023", string document = "", string last = "", string person = "mother", Guid? act = null)
    {
        await visitor.Get($"/dossiers/{id}/identiteit?van={person}");
        return await Send(visitor, id, "controle", act, [("controle", how), ("dag", day), ("bewijs", document), ("bewijs_eind", last)]);
    }

    public static async Task<string> Shown(Visitor visitor, Guid id, string person = "mother")
    {
        await visitor.Get($"/dossiers/{id}/identiteit?van={person}");
        await visitor.Post($"/dossiers/{id}/identiteit/tonen", ("persoon", person));
        return visitor.Page.QuerySelector(".flex-secret")?.TextContent ?? "";
    }

    internal static Task<HttpResponseMessage> Send(Visitor visitor, Guid id, string form, Guid? act, (string Name, string Value)[] says)
    {
        var path = $"/dossiers/{id}/identiteit/{form}";
        var given = act is { } same ? [.. says, ("act", same.ToString())] : says;
        return visitor.Post(path, [.. SentForms.On(visitor, path).Where(o => given.All(s => s.Name != o.Name)), .. given]);
    }
}
