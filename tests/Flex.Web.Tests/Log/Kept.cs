using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Log;

/// <summary>Requests to keep a day from a family's own page for a time; the log runs on the real clock.</summary>
internal static class Kept
{
    public static DateOnly Today => ProgrammeClock.DayOf(TimeProvider.System.GetUtcNow());

    public static IEnumerable<(string, string)> From_the_family(int days = 30) => [("dag", Dutch.Day(Today)), ("tot", Dutch.Day(Today.AddDays(days))), ("reden", "Overleg volgens de meldcode")];

    /// <summary>Asks as the coordinator and answers the request.</summary>
    public static async Task<Guid> Asked(App app, Guid dossier)
    {
        using var coordinator = await app.Visit("coordinator");
        var path = $"/dossiers/{dossier}/achterhouden";
        await coordinator.Get(path);
        await coordinator.Post(path, [("act", coordinator.Page.QuerySelector("main input[name=act]")!.GetAttribute("value")!), .. From_the_family()]);
        return (Guid)(await app.Database.AsAdmin("select id from log_withholding where dossier_id = $1 order by id desc limit 1", dossier))!;
    }

    /// <summary>The family's page, opened together; its lines.</summary>
    public static async Task<List<string>> Seen(App app, Guid dossier, string more = "")
    {
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{dossier}/wie-keek?samen=ja{more}");
        return [.. coordinator.Page.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }
}
