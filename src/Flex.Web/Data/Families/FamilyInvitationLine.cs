namespace Flex.Web.Data.Families;

/// <summary>An invitation as the professional sees it; never its link or code.</summary>
public sealed record FamilyInvitationLine(Guid Id, string Who, string Way, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset Expires, int Tries, DateTimeOffset? Used, DateTimeOffset? Ended, string? Because)
{
    private const string All = "select id, who, way, made_by, made_at, expires_at, tries, used_at, ended_at, ended_because from family_invitation where dossier_id = $1 order by made_at desc, id limit 20";

    /// <summary>The newest of a family, in a unit of work that opened the dossier.</summary>
    internal static async Task<IReadOnlyList<FamilyInvitationLine>> Read(Work work, Guid dossier, CancellationToken stop)
    {
        work.Add(All, dossier);
        var lines = new List<FamilyInvitationLine>();
        await using var row = await work.Read(stop);
        while (await row.ReadAsync(stop))
        {
            lines.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5), row.GetInt32(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8), row.IsDBNull(9) ? null : row.GetString(9)));
        }

        return lines;
    }
}
