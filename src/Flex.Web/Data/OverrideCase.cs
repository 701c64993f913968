using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>An override as somebody of another organisation reads it: the summary and what became of it, nothing that says who it is about.</summary>
public sealed record OverrideCase(Guid Id, int Pillar, string Outcome, string Summary, DateOnly RequestedOn, string RequestedBy, string Requester, string PaidOrganisation, string State)
{
    public DateOnly? JudgedOn { get; init; }

    public string? JudgedBy { get; init; }

    public string? Judge { get; init; }

    public string? JudgedBecause { get; init; }

    /// <summary>The organisation that is paid for the care by the facts of today; null when nobody looked.</summary>
    public string? PaidToday { get; init; }

    /// <summary>Says whether somebody may judge it: not who asked, and nobody of the organisation that is paid for the care, then or today.</summary>
    internal bool MayBeJudgedBy(Actor actor) => actor.Id != Requester && actor.Organisation != PaidOrganisation && actor.Organisation != PaidToday;

    /// <summary>Reads the first thirteen columns of a request.</summary>
    internal static OverrideCase Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8))
    {
        JudgedOn = row.IsDBNull(9) ? null : row.GetFieldValue<DateOnly>(9),
        JudgedBy = row.IsDBNull(10) ? null : row.GetString(10),
        Judge = row.IsDBNull(11) ? null : row.GetString(11),
        JudgedBecause = row.IsDBNull(12) ? null : row.GetString(12),
    };
}
