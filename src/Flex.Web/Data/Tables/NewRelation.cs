using Flex.Domain.Trust;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>A relation of an organisation with a family, about to be written; an offered one begins when it is accepted.</summary>
internal sealed record NewRelation(Guid Id, Guid Dossier, Guid EntryId, RelationKind Kind, string Organisation, DateOnly On, string? Reason, bool ByConsent = false)
{
    public void Add(Work work, int afterDays) => work.Add(
        "insert into relation (id, dossier_id, kind, organisation, offered_on, from_day, after_days, reason, entry_id, basis) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        Id, Dossier, RelationCodes.CodeOf(Kind), Organisation, Work.Optional(IsOffer ? On : null, NpgsqlDbType.Date), Work.Optional(IsOffer ? null : On, NpgsqlDbType.Date), afterDays,
        Work.Optional(Reason, NpgsqlDbType.Text), EntryId, ByConsent ? "toestemming" : "betrokken");

    private bool IsOffer => Kind == RelationKind.Handover;

    /// <summary>Ends a relation on a day; what stood ready goes at once.</summary>
    public static void End(Work work, Guid id, DateOnly on, string because) => work.Add("select end_relation($1, $2, $3, $4)", id, on, because, work.EntryId);
}
