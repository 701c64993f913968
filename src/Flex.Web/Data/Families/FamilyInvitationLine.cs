using Npgsql;

namespace Flex.Web.Data.Families;

/// <summary>An invitation as the professional sees it; never its link or code.</summary>
public sealed record FamilyInvitationLine(Guid Id, string Who, string Way, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset Expires, int Tries, DateTimeOffset? Used, DateTimeOffset? Ended, string? Because)
{
    // Whether there are hours stands in every row, also in the one that is there when nobody was invited.
    private const string All = """
        select exists (select from care_contact where dossier_id = $1), i.*
        from (values (1)) one left join lateral (
          select id, who, way, made_by, made_at, expires_at, tries, used_at, ended_at, ended_because from family_invitation where dossier_id = $1 order by made_at desc, id limit 20) i on true
        order by i.made_at desc, i.id
        """;

    /// <summary>The newest of a family, and whether there are hours with times to lay before her, in a unit of work that opened the dossier.</summary>
    internal static async Task<(IReadOnlyList<FamilyInvitationLine> Lines, bool Hours)> Read(Work work, Guid dossier, CancellationToken stop)
    {
        work.Add(All, dossier);
        var (lines, hours) = (new List<FamilyInvitationLine>(), false);
        await using var row = await work.Read(stop);
        while (await row.ReadAsync(stop))
        {
            hours = row.GetBoolean(0);
            if (!row.IsDBNull(1))
            {
                lines.Add(Of(row));
            }
        }

        return (lines, hours);
    }

    private static FamilyInvitationLine Of(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(6), row.GetInt32(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8), row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9), row.IsDBNull(10) ? null : row.GetString(10));
}
