using System.Globalization;
using System.Text;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Factsheets;

/// <summary>Families written straight into the tables: what figures read, without forms or decisions to make.</summary>
internal sealed class Families(string programme)
{
    // An administrator's session without triggers: these rows are a test's, so no journal line explains them.
    private readonly StringBuilder sql = new("set session_replication_role = replica;");

    public Families Add(string on, string applicant = "jgz", string helpers = "0", string first = "ja", string? cls = null, int? count = null, params string[] factors) =>
        Add(out _, on, applicant, helpers, first, cls, count, factors);

    public Families Add(out Guid id, string on, string applicant = "jgz", string helpers = "0", string first = "ja", string? cls = null, int? count = null, params string[] factors)
    {
        id = Guid.NewGuid();
        Row("dossier", id, programme, "org", on, id);
        Row("application", id, on, applicant, helpers, first, null, null, null, "{1}", null, null, Guid.NewGuid(), id);
        if (cls is not null)
        {
            Assessed(id, on, cls, count, factors);
        }

        return this;
    }

    public Families Assessed(Guid family, string on, string cls, int? count, params string[] factors)
    {
        var id = Guid.NewGuid();
        Row("assessment", id, family, on, "tester", "toereikend", cls, 1, count, "1", "1", id);
        foreach (var factor in factors)
        {
            Row("assessment_factor", id, factor, "aanwezig", true);
        }

        return this;
    }

    public Families Answers(Guid family, string questionnaire, string on, params (string Item, string Answer)[] answers)
    {
        var id = Guid.NewGuid();
        Row("response", id, family, questionnaire, "1", on, id);
        foreach (var (item, answer) in answers)
        {
            Row("answer", id, item, answer);
        }

        return this;
    }

    public Families Admitted(Guid family, int pillar, string on)
    {
        Row("decision", Guid.NewGuid(), family, pillar, "toegelaten", "toegelaten", on, "tester", null, "1", "1", "\\x00", Guid.NewGuid(), family);
        return this;
    }

    public Families Care(Guid family, int pillar, string day, int quarters)
    {
        Row("care_entry", Guid.NewGuid(), family, pillar, day, quarters, "tester", null, Guid.NewGuid(), family);
        return this;
    }

    public Families Indicated(Guid family, int quarters, string from)
    {
        Row("indication", Guid.CreateVersion7(), family, "gewoon", quarters, from, null, "lip", "intaker", "intake", null, from, "tester", family);
        return this;
    }

    public Families Wished(Guid family, string on, int? ifPaying, int? now)
    {
        Row("hours_wish", Guid.CreateVersion7(), family, ifPaying, now, null, on, "tester", family);
        return this;
    }

    /// <summary>A line that holds; of hours that the insurance pays, with the contribution in cents that the programme takes over, or none when null.</summary>
    public Families Paid(Guid family, string day, int quarters, long? waived = null, string source = "zvw")
    {
        sql.Append(CultureInfo.InvariantCulture, $"""
            insert into payer_line (id, dossier_id, contact_id, began, quarters, day, source, reason, not_insured, contribution_payer, pillar, cover_number, contribution, rule_version, decided_on, entry_id)
            values (gen_random_uuid(), '{family}', gen_random_uuid(), '{day} 09:00', {quarters}, '{day}', '{source}', 'geindiceerd', 'betaalt', '{(waived is null ? "gezin" : "programma")}', {(waived is null ? "null" : "1")}, 0, {waived ?? 0}, '1', '{day}', '{family}');
            """);
        return this;
    }

    public Families Ended(Guid family, string on, string how)
    {
        sql.Append(CultureInfo.InvariantCulture, $"insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), '{family}', '{on}', '{how}', 'tester', gen_random_uuid(), '{family}');");
        return this;
    }

    public async Task Into(TestDatabase database) => await database.AsAdmin(sql + "; set session_replication_role = replica; insert into evaluation_rule select distinct programme, true, gen_random_uuid() from dossier on conflict do nothing");

    private void Row(string table, params object?[] values) =>
        sql.Append(CultureInfo.InvariantCulture, $"insert into {table} values ({string.Join(", ", values.Select(Literal))});");

    private static string Literal(object? value) =>
        value is null ? "null" : "'" + Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("'", "''", StringComparison.Ordinal) + "'";
}
