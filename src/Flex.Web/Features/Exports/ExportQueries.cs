using Flex.Domain.Programmes;
using Flex.Domain.Trust;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Exports;

/// <summary>The query and the columns per kind of file; every value is text as the file doors read it, the first column is the dossier.</summary>
internal static class ExportQueries
{
    private const string Number = "coalesce((select r.number from import_row r where r.dossier_id = d.id and r.kind = 'applications' limit 1), d.id::text)";

    private const string Here = "[kept]";

    // Of the families whose record this recipient ($2) keeps now, and no other.
    private static readonly string Kept = " and " + Reach.Condition(new("", "", NamedFiles.Role, ""), 2);

    /// <param name="named">Whether it names families and $2 is who gets it.</param>
    public static (string Sql, IReadOnlyList<string> Columns) Of(string kind, Programme programme, National national, bool named)
    {
        var (sql, columns) = Of(kind, programme, national);
        return (sql.Replace(Here, named ? Kept : "", StringComparison.Ordinal), columns);
    }

    private static (string Sql, IReadOnlyList<string> Columns) Of(string kind, Programme programme, National national) => kind switch
    {
        "applications" => Applications(programme, national),
        "care" => (Care, ["nummer", "aanmeldnummer", "pijler", "dag", "uren", "zorgverlener", "opmerking"]),
        _ => Questionnaires(programme),
    };

    private const string Care =
        "select d.id, c.id::text, " + Number + """
        , c.pillar::text, c.day::text, trim_scale(c.quarters / 4.0)::text, c.caregiver, c.note
        from care_entry c join dossier d on d.id = c.dossier_id
        where d.programme = $1 and not is_restricted(d.id)
        """ + Here + " order by d.id, c.day, c.id";

    private static (string, IReadOnlyList<string>) Applications(Programme programme, National national)
    {
        var factors = national.Factors.Factors.Where(f => f.Kind != FactorKind.Protective && f.Parent is null).Select(f => f.Code).ToList();
        var pillars = programme.Pillars.Select(p => p.Number).ToList();
        var states = string.Concat(factors.Select(f => $", case when s.id is not null then coalesce(f.states ->> '{Quoted(f)}', case when s.factor_count is null then '' else 'onbekend' end) end"));
        var decisions = string.Concat(pillars.Select(p => $", b{p}.outcome, b{p}.decided_on::text"));
        var joins = string.Concat(pillars.Select(p => $" left join decision b{p} on b{p}.dossier_id = d.id and b{p}.pillar = {p}"));
        var by = string.Join(", ", pillars.Select(p => $"b{p}.decided_by"));
        var why = string.Join(", ", pillars.Select(p => $"b{p}.reason"));
        var sql = $"""
            select d.id, {Number}, a.received_on::text, a.applicant, m.name, m.birth_date::text, null, m.postcode,
                   case when shield_of(d.id) is null then (select municipality from residence x where x.dossier_id = d.id order by during limit 1) end,
                   (select insurer from insurance x where x.dossier_id = d.id order by during limit 1),
                   a.provider, a.due_date::text, a.birth_date::text, a.first_pregnancy, a.helpers, array_to_string(a.pillars, '+'){states},
                   f.subs, s.judgement, s.assessed_by, s.assessed_on::text{decisions}, coalesce({by}), coalesce({why}), a.note
            from dossier d join mother m on m.dossier_id = d.id join application a on a.dossier_id = d.id
            left join lateral (select * from assessment x where x.dossier_id = d.id order by x.assessed_on, x.id limit 1) s on true
            left join lateral (select jsonb_object_agg(factor, state) as states, string_agg(factor, '|' order by factor) filter (where factor like '%.%') as subs
                               from assessment_factor x where x.assessment_id = s.id) f on true{joins}
            where d.programme = $1 and not is_restricted(d.id){Here} order by d.id
            """;
        return (sql,
        [
            "nummer", "ontvangen_op", "aanmelder", "naam_moeder", "geboortedatum_moeder", "bsn", "postcode", "gemeente", "verzekeraar", "aanbieder", "uitgerekend",
            "geboren_op", "eerste_zwangerschap", "hulpverleners", "pijlers", .. factors, "subfactoren", "beschermend", "beoordeeld_door", "beoordeeld_op",
            .. pillars.SelectMany(p => (string[])[$"besluit_{p}", $"besluit_{p}_op"]), "besloten_door", "reden_besluit", "opmerking",
        ]);
    }

    private static (string, IReadOnlyList<string>) Questionnaires(Programme programme)
    {
        var items = programme.Questionnaires.SelectMany(q => q.Items).Select(i => i.Code).Distinct(StringComparer.Ordinal).ToList();
        var answers = string.Concat(items.Select(i => $", (select answer from answer a where a.response_id = r.id and a.item = '{Quoted(i)}')"));
        return ($"""
            select d.id, r.id::text, {Number}, r.questionnaire, r.version, r.filled_on::text{answers}
            from response r join dossier d on d.id = r.dossier_id
            where d.programme = $1 and not is_restricted(d.id) and r.state = 'klaar' order by d.id, r.filled_on
            """, ["nummer", "aanmeldnummer", "vragenlijst", "versie", "ingevuld_op", .. items]);
    }

    // A code from a programme file stands in the text of the query: a quote in it must not end the text.
    private static string Quoted(string code) => code.Replace("'", "''", StringComparison.Ordinal);
}
