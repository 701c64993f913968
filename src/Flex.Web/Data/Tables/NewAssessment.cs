using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Flex.Web.Data.Bulk;

namespace Flex.Web.Data.Tables;

/// <summary>An assessment that is about to be written: what was said, what follows from it, and the class that was set instead, or null.</summary>
internal sealed record NewAssessment(Guid Id, Guid EntryId, Guid Dossier, VulnerabilityForm Form, Classification Found, IReadOnlyList<NamedFactor>? Named, string FactorList)
{
    /// <summary>The act that weighed again; null when the assessment came with the application.</summary>
    public Guid? ActId { get; init; }

    public SetClass? Set { get; init; }

    /// <summary>What the journal keeps, sealed.</summary>
    public AssessmentBody Body(string? before) =>
        new(ClassCodes.CodeOf(Set?.Class ?? Found.Class), before, Set?.Because, Form.ContradictionBecause, ApplicationCodes.CodeOf(Form.Judgement), Form.States, Form.SubFactors);

    public static NewAssessment Of(NewDossier row) => new(row.AssessmentId, row.EntryId, row.Id, row.Application.Vulnerability!, row.Classification!.Value, row.Named, row.FactorList);

    public static void Add(Work work, IReadOnlyList<NewAssessment> rows)
    {
        work.Add(
            """
            insert into assessment (id, dossier_id, assessed_on, assessed_by, judgement, class, possible, factor_count, rule_version, factor_list, entry_id, set_class, set_possible, set_because, contradiction_because, act_id)
            select i, d, o, b, j, c, p, n, $10, l, e, s, t, w, k, a
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $11, $12, $13, $14, $15, $16) t(i, d, o, b, j, c, p, n, e, l, s, t, w, k, a)
            """,
            Column.Uuid(rows, r => r.Id), Column.Uuid(rows, r => r.Dossier), Column.Day(rows, r => r.Form.JudgedOn), Column.Text(rows, r => r.Form.JudgedBy),
            Column.Text(rows, r => ApplicationCodes.CodeOf(r.Form.Judgement)), Column.Text(rows, r => ClassCodes.CodeOf(r.Found.Class)), Column.Int(rows, r => (int)r.Found.Possible),
            Column.Int(rows, r => r.Named?.Count), Column.Uuid(rows, r => r.EntryId), Weighing.RuleVersion, Column.Text(rows, r => r.FactorList),
            Column.Text(rows, r => r.Set is { } set ? ClassCodes.CodeOf(set.Class) : null), Column.Int(rows, r => (int?)r.Set?.Class), Column.Text(rows, r => r.Set?.Because),
            Column.Text(rows, r => r.Form.ContradictionBecause), Column.OptionalUuid(rows, r => r.ActId));
        var factors = rows.SelectMany(FactorRow.Of).ToList();
        work.Add("insert into assessment_factor (assessment_id, factor, state, leaf) select * from unnest($1, $2, $3, $4)",
            Column.Uuid(factors, f => f.Assessment), Column.Text(factors, f => f.Factor), Column.Text(factors, f => f.State), Column.Bool(factors, f => f.Leaf));
    }
}

/// <summary>The sealed body of <see cref="Journal.Act.Reassessed"/>; <paramref name="Before"/> is the class until then, null when there was none.</summary>
internal sealed record AssessmentBody(
    string Class, string? Before, string? SetBecause, string? ContradictionBecause, string Judgement, IReadOnlyDictionary<string, FactorState> States, IReadOnlyList<string> SubFactors);
