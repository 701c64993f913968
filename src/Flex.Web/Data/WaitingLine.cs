using Npgsql;

namespace Flex.Web.Data;

/// <summary>A family on the waiting list. Its key is the day by which it is ordered, and its dossier.</summary>
/// <param name="OfferedUntil">The last day on which an offered place can be answered; null when nothing is offered, or without such a day.</param>
public sealed record WaitingLine(Guid Dossier, int Number, string Mother, DateOnly AppliedOn, DateOnly? DueDate, DateOnly? BornOn, string? Class, bool Offered, DateOnly? OfferedUntil, bool Override, DateOnly OrderedBy)
{
    /// <summary>Where the next page begins, as it stands in an address; no person.</summary>
    public string Key => FormattableString.Invariant($"{OrderedBy:yyyy-MM-dd}_{Dossier}");

    internal static WaitingLine Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), Day(row, 4), Day(row, 5), row.IsDBNull(6) ? null : row.GetString(6),
        row.GetBoolean(7), Day(row, 8), row.GetBoolean(9), row.GetFieldValue<DateOnly>(10));

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
