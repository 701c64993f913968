using Flex.Domain.CareHours;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Npgsql;

namespace Flex.Web.Data.Plans;

/// <summary>Of one family in the pillar what counts for the programme's average; nothing that tells who it is.</summary>
/// <param name="Before">The plan before the newest one; null when there is none.</param>
/// <param name="Newest">The line of the newest plan, for who sees that plan.</param>
internal sealed record ProgrammeHours(int? Planned, int? Before, long? Newest, int Used, bool Closed)
{
    /// <summary>Asks it of a programme beside a list.</summary>
    public static List<ProgrammeHours> Ask(DossierList list, Programme programme, int pillar)
    {
        var rows = new List<ProgrammeHours>();
        list.With("select planned, before, newest, used, closed from programme_hours($1, $2, $3, $4)", [programme.Code, pillar, programme.Work.CareMonths, list.Clock.Today], r => rows.Add(Read(r)));
        return rows;
    }

    /// <summary>The families that count, by their plans or without the newest one.</summary>
    public FamilyHours? Of(Quarters average, bool newest = true) => FamilyHours.Of((newest ? Planned : Before) is { } planned ? new Quarters(planned) : null, average, new(Used), Closed);

    private static ProgrammeHours Read(NpgsqlDataReader r) =>
        new(r.IsDBNull(0) ? null : r.GetInt32(0), r.IsDBNull(1) ? null : r.GetInt32(1), r.IsDBNull(2) ? null : r.GetInt64(2), r.GetInt32(3), r.GetBoolean(4));
}
