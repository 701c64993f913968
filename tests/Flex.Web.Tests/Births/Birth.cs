using Flex.Web.Tests.CareHours;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Births;

/// <summary>What a test of a birth types: one child, born on the day before the programme's day.</summary>
internal static class Birth
{
    public static readonly IReadOnlyList<(string Name, string Value)> One =
    [
        ("aantal", "1"), ("kind1_dag", "14-05-2023"), ("kind1_tijd", "23:50"), ("kind1_leeft", "levend"), ("kind1_ziekenhuisdagen", "0"),
        ("plaats", "thuis"), ("voeding", "borst"),
    ];

    /// <summary>A family with a place in pillar 1 whose child is still to come, due within a week.</summary>
    public static async Task<Guid> Expecting(App app, DateOnly? received = null)
    {
        var id = await new Builder(app).Dossier().Received(received ?? new(2023, 5, 1)).Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set due_date = '2023-05-20' where dossier_id = '{id}'");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "toegelaten", "Voor deze test");
        return id;
    }

    public static Task<HttpResponseMessage> Register(Visitor visitor, Guid id, params (string Name, string Value)[] changed) => Register(visitor, id, Guid.NewGuid(), changed);

    public static Task<HttpResponseMessage> Register(Visitor visitor, Guid id, Guid act, params (string Name, string Value)[] changed) =>
        visitor.Post($"/dossiers/{id}/geboorte", [.. One.Where(o => changed.All(c => c.Name != o.Name)), .. changed, ("act", act.ToString()), ("version", Version(visitor))]);

    /// <summary>The version that the form on the page carries.</summary>
    private static string Version(Visitor visitor) => visitor.Page.QuerySelector("main input[name=version]")?.GetAttribute("value") ?? "";
}
