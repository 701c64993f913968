using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>Finds what the same act made the first time, when a form is sent twice.</summary>
internal static class SameAct
{
    /// <summary>The dossier that this act opened, or null when this person may not see it.</summary>
    public static async Task<Guid?> Application(FlexDb db, Actor actor, Guid act, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "aanmelden", stop);
        work.Add("select dossier_id from application where act_id = $1", act);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) ? reader.GetGuid(0) : null;
    }
}
