namespace Flex.Web.Data;

/// <summary>What the family said itself about what stands in its dossier, and whether a correction was refused; shown beside what it is about.</summary>
public sealed record StatementLine(Guid Id, DateOnly AskedOn, string AskedBy, string Capacity, string About, string? RefusedGround, string? Because, string? Statement, string RecordedBy, Guid ActId)
{
    /// <summary>As a part of <see cref="DossierLife.Query"/>, oldest first.</summary>
    internal const string Query = """
        (select coalesce(json_agg(json_build_object('id', id, 'asked_on', asked_on, 'asked_by', asked_by, 'capacity', capacity, 'about', about, 'refused_ground', refused_ground, 'because', because,
            'statement', statement, 'recorded_by', recorded_by, 'act_id', act_id) order by id), '[]') from own_statement where dossier_id = $1)
        """;
}
