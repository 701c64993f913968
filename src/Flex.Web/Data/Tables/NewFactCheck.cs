namespace Flex.Web.Data.Tables;

/// <summary>Facts were looked at again; what changed becomes a task for the coordinator.</summary>
/// <param name="Occasion">geboorte, tussentijds, geboorte-verbeterd, or the first of January as YYYY-01-01.</param>
/// <param name="Changed">Codes of <see cref="FactChecks"/>; empty: all the same.</param>
internal sealed record NewFactCheck(Guid Id, Guid Dossier, Guid EntryId, Guid ActId, string Occasion, DateOnly CheckedOn, string CheckedBy, IReadOnlyList<string> Changed)
{
    public static void Add(Work work, NewFactCheck row) => work.Add(
        "insert into fact_check (id, dossier_id, occasion, checked_on, checked_by, changed, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        row.Id, row.Dossier, row.Occasion, row.CheckedOn, row.CheckedBy, row.Changed.ToArray(), row.ActId, row.EntryId);
}
