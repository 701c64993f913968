using Npgsql;

namespace Flex.Web.Data;

/// <summary>A family that is coming, in the minimal form of JGZ: who, when, how to reach, whom to call; no class and no factor.</summary>
/// <param name="Day">The day of birth, or else the due date; null when neither is known.</param>
/// <param name="Means">How she can safely be reached; null when nobody asked.</param>
/// <param name="Offered">The handover that waits for an answer, or null.</param>
public sealed record ComingFamily(Guid Dossier, string Mother, DateOnly? Day, IReadOnlyList<string>? Means, string? AtMoment, string? Telephone, string? CaseManager, DateOnly? OfferedOn, Guid? Offered)
{
    private const string Query = "select * from coming_families($2, $3, $4) where not is_restricted(dossier_id)";

    /// <summary>Asks for a page of them; they are in the journal before anybody sees them.</summary>
    internal static ListPage<ComingFamily> Ask(DossierList list, WorkKey after) =>
        list.Families(new ListPage<ComingFamily>(Read, f => f.Dossier), Query, list.Clock.Today, after.Until, after.Id);

    private static ComingFamily Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2), row.IsDBNull(3) ? null : row.GetFieldValue<string[]>(3),
        Text(row, 4), Text(row, 5), Text(row, 6), row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7), row.IsDBNull(8) ? null : row.GetGuid(8));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
