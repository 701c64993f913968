using Flex.Domain.CareHours;
using Flex.Web.Data.Bulk;

namespace Flex.Web.Data.Tables;

/// <summary>One contact of care that is about to be written.</summary>
internal sealed record NewCare(Guid Id, Guid Dossier, Guid EntryId, Guid ActId, CareGiven Care)
{
    /// <summary>What the journal keeps of it, sealed.</summary>
    public CareLineBody Body => new(Id, Care.Pillar, Care.Day, Care.Quarters.Count, Care.Caregiver, Care.Note);

    public static void Add(Work work, IReadOnlyList<NewCare> rows) => work.Add(
        "insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, note, act_id, entry_id) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Column.Uuid(rows, r => r.Id), Column.Uuid(rows, r => r.Dossier), Column.Int(rows, r => r.Care.Pillar), Column.Day(rows, r => r.Care.Day),
        Column.Int(rows, r => r.Care.Quarters.Count), Column.Text(rows, r => r.Care.Caregiver), Column.Text(rows, r => r.Care.Note), Column.Uuid(rows, r => r.ActId), Column.Uuid(rows, r => r.EntryId));
}

/// <summary>The sealed body of <see cref="Journal.Act.CareRegistered"/>: one or more contacts of one dossier.</summary>
internal sealed record CareBody(IReadOnlyList<CareLineBody> Entries);

/// <summary>One contact of care in a sealed body; quarters are quarter-hours.</summary>
internal sealed record CareLineBody(Guid Id, int Pillar, DateOnly Day, int Quarters, string Caregiver, string? Note);
