using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Plans;

/// <summary>A plan above the bound as somebody of another organisation reads it: nothing that says who it is about.</summary>
public sealed record PlanCase(Guid Id, string Programme, int Pillar, string Summary, DateOnly RequestedOn, string RequestedBy, string Requester, string Asked, string Paid, string State)
{
    public DateOnly? JudgedOn { get; init; }

    public string? JudgedBy { get; init; }

    public string? JudgedBecause { get; init; }

    public Guid? JudgedAct { get; init; }

    /// <summary>Says whether somebody may judge it: not who asked, and nobody of the organisation that asked or that is paid for the care.</summary>
    internal bool MayBeJudgedBy(Actor actor) => actor.Id != Requester && actor.Organisation != Asked && actor.Organisation != Paid;

    /// <summary>Reads the first fourteen columns of a request.</summary>
    internal static PlanCase Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9))
    {
        JudgedOn = row.IsDBNull(10) ? null : row.GetFieldValue<DateOnly>(10),
        JudgedBy = row.IsDBNull(11) ? null : row.GetString(11),
        JudgedBecause = row.IsDBNull(12) ? null : row.GetString(12),
        JudgedAct = row.IsDBNull(13) ? null : row.GetGuid(13),
    };
}
