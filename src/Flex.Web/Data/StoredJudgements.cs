using Npgsql;

namespace Flex.Web.Data;

/// <summary>Asks for every decision, then for every assessment, to be judged again, and how many dossiers were destroyed; the rows stream and hold no name.</summary>
internal static class StoredJudgements
{
    private const string Decisions = """
        select d.id, d.dossier_id, d.pillar, d.proposal, d.criteria_version, d.rule_version, d.facts, k.wrapped
        from decision d left join vault.dossier_key k on k.dossier_id = d.dossier_id order by d.id
        """;

    private const string Assessments = """
        select a.id, a.judgement, a.class, a.possible::int, a.factor_count, a.rule_version, a.factor_list,
               array(select f.factor from assessment_factor f where f.assessment_id = a.id order by f.factor),
               array(select f.state from assessment_factor f where f.assessment_id = a.id order by f.factor)
        from assessment a order by a.id
        """;

    private const string Destroyed = "select count(*) from erasure";

    public static void Ask(Work work) => work.Add(Decisions).Add(Assessments).Add(Destroyed);
}

/// <summary>A decision as its row says it, with its sealed facts and the wrapped key; without a key it is erased.</summary>
internal sealed record StoredDecision(Guid Id, Guid Dossier, int Pillar, string Proposal, string CriteriaVersion, string RuleVersion, byte[] Facts, byte[]? Wrapped)
{
    public static StoredDecision Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<byte[]>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7));
}

/// <summary>An assessment as its rows say it: the answers and what came out.</summary>
internal sealed record StoredWeighing(Guid Id, string Judgement, string Class, int Possible, int? FactorCount, string RuleVersion, string FactorList, IReadOnlyList<(string, string)> Factors)
{
    public static StoredWeighing Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4), row.GetString(5), row.GetString(6),
        [.. row.GetFieldValue<string[]>(7).Zip(row.GetFieldValue<string[]>(8))]);
}
