using Flex.Domain.Births;
using Flex.Web.Data.Bulk;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>A registered birth, or the correction of one, that is about to be written.</summary>
internal sealed record NewBirth(Guid Id, Guid Dossier, Guid EntryId, Guid ActId, RegisteredBirth Birth, Guid? Corrects, string? Reason, DateOnly RegisteredOn, string RegisteredBy)
{
    /// <summary>What the journal keeps, sealed.</summary>
    public BirthBody Body(DateOnly? before) => new(Birth, before, Reason);

    public static void Add(Work work, NewBirth row)
    {
        work.Add(
            """
            insert into birth (id, dossier_id, corrects, born_on, place, feeding, mother_hospital_days, mother_discharged_on, registered_on, registered_by, reason, act_id, entry_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            row.Id, row.Dossier, Work.Optional(row.Corrects, NpgsqlDbType.Uuid), row.Birth.BornOn, row.Birth.Place, row.Birth.Feeding,
            Work.Optional(row.Birth.MotherHospitalDays, NpgsqlDbType.Integer), Work.Optional(row.Birth.MotherDischargedOn, NpgsqlDbType.Date),
            row.RegisteredOn, row.RegisteredBy, Work.Optional(row.Reason, NpgsqlDbType.Text), row.ActId, row.EntryId);
        var children = row.Birth.Children.Select((child, i) => (Number: i + 1, Child: child)).ToList();
        work.Add("insert into birth_child (birth_id, number, born_on, born_at, live, hospital_days, discharged_on) select $1, * from unnest($2, $3, $4, $5, $6, $7)",
            row.Id, Column.Int(children, c => c.Number), Column.Day(children, c => c.Child.BornOn),
            new Npgsql.NpgsqlParameter { Value = children.Select(c => c.Child.BornAt).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Time },
            Column.Bool(children, c => c.Child.Live), Column.Int(children, c => c.Child.HospitalDays), Column.Day(children, c => c.Child.DischargedOn));

        // A place that is kept does not lapse any more once the child is there.
        work.Add("update held_place set until = null, entry_id = $2 where dossier_id = $1 and state = 'gereserveerd' and until is not null", row.Dossier, row.EntryId);
    }
}

/// <summary>The sealed body of <see cref="Journal.Act.BirthRegistered"/> and <see cref="Journal.Act.BirthCorrected"/>; the day before is that of the registration that was corrected.</summary>
internal sealed record BirthBody(RegisteredBirth Birth, DateOnly? Before, string? Reason);
