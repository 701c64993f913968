using Flex.Domain.Corrections;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>A statement of the family's own, or a refused correction, about to be written; it stays beside what it is about.</summary>
internal sealed record NewStatement(Guid Act, Guid Dossier, OwnStatement Said)
{
    public void Add(Work work) => work.Add(
        """
        insert into own_statement (id, dossier_id, asked_on, asked_by, capacity, about, refused_ground, because, statement, recorded_on, recorded_by, act_id, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        work.Clock.NewId(), Dossier, Said.On, Said.By, Said.Capacity, Said.About, Text(Said.Ground), Text(Said.Because), Text(Said.Statement), work.Clock.Today, work.Actor.Name, Act, work.EntryId);

    private static Npgsql.NpgsqlParameter Text(string? value) => Work.Optional(value, NpgsqlDbType.Text);
}
