using Flex.Domain.Programmes;

namespace Flex.Web.Data.Plans;

/// <summary>A plan of a family that somebody sees, newest first.</summary>
public sealed record PlanLine(long Line, Guid Dossier, int Number, int Quarters, DateOnly On, string By)
{
    private const string Query = """
        select p.line, p.dossier_id, d.number, p.quarters, p.said_on, p.said_by from care_plan p join dossier d on d.id = p.dossier_id
        where {reach} and d.programme = $2 and p.pillar = $3 and not exists (select from plan_request r where r.id = p.id and r.state <> 'goedgekeurd') order by p.line desc limit 20
        """;

    /// <summary>Asks the newest plans that hold.</summary>
    internal static ListPage<PlanLine> Ask(DossierList list, Programme programme, int pillar) => list.Families(
        new ListPage<PlanLine>(r => new(r.GetInt64(0), r.GetGuid(1), r.GetInt32(2), r.GetInt32(3), r.GetFieldValue<DateOnly>(4), r.GetString(5)), l => l.Dossier), Query, programme.Code, pillar);
}
