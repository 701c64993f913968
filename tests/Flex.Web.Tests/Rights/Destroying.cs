using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Rights;

/// <summary>A request to destroy, step by step through its forms.</summary>
internal static class Destroying
{
    public static Task<HttpResponseMessage> Ask(Visitor visitor, Guid id, string by = "Anna de Proef", Guid? act = null) =>
        visitor.Post($"/dossiers/{id}/vernietigen", ("vraagt_als", "moeder"), ("naam_verzoeker", by), ("gevraagd_op", "14-05-2023"), ("act", $"{act ?? Guid.NewGuid()}"));

    public static Task<HttpResponseMessage> Decide(Visitor visitor, Guid id, string decision = "toewijzen", string ground = "", string because = "") =>
        visitor.Post($"/dossiers/{id}/vernietigen/besluit", ("besluit", decision), ("weigergrond", ground), ("toelichting", because), ("act", $"{Guid.NewGuid()}"));

    public static Task<HttpResponseMessage> CarryOut(Visitor visitor, Guid id, string sure = "ja") =>
        visitor.Post($"/dossiers/{id}/vernietigen/uitvoeren", ("zeker", sure), ("act", $"{Guid.NewGuid()}"));

    /// <summary>Asked and granted by the intaker.</summary>
    public static async Task Grant(App app, Guid id)
    {
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/vernietigen");
        await Ask(intaker, id);
        await Decide(intaker, id);
    }

    /// <summary>Every dossier there is, each on a request of its own.</summary>
    public static async Task Everything(App app)
    {
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        using var coordinator = await app.Visit("coordinator");
        while (await app.Database.AsAdmin("select id from dossier limit 1") is Guid id)
        {
            await Grant(app, id);
            await coordinator.Get($"/dossiers/{id}/vernietigen");
            var answer = await CarryOut(coordinator, id);
            Assert.True(answer.StatusCode == System.Net.HttpStatusCode.SeeOther, $"{answer.StatusCode}: {coordinator.Page.QuerySelector("main")?.TextContent}");
        }
    }
}
