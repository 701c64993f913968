using Flex.Domain.Dossiers;
using Flex.Web.Data.Bulk;
using Npgsql;

namespace Flex.Web.Data.Tables;

/// <summary>Writes what an application says beside the mother, her home and her insurer.</summary>
internal static class ApplicationTable
{
    private const string Insert = """
        insert into application (dossier_id, received_on, applicant, helpers, first_pregnancy, due_date, birth_date, provider, pillars, income_cents, note, act_id, entry_id,
            parity, helpers_which, jointly, channel, applicant_name, applicant_mail, applicant_phone, authority, co_decides, co_decider, agreed_by, no_notice)
        select d, r, a, h, f, u, b, p, string_to_array(s, '+')::int[], c, n, x, e, y, string_to_array(w, '|'), j, k, an, am, ap, g, cd, cn, ag, nn
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
            t(d, r, a, h, f, u, b, p, s, c, n, x, e, y, w, j, k, an, am, ap, g, cd, cn, ag, nn)
        """;

    public static void Add(Work work, IReadOnlyList<NewDossier> rows)
    {
        NpgsqlParameter Said(Func<Application, string?> value) => Column.Text(rows, r => value(r.Application));
        work.Add(
            Insert,
            Column.Uuid(rows, r => r.Id), Column.Day(rows, r => r.Application.ReceivedOn), Said(a => a.Applicant), Said(a => a.Helpers), Said(a => a.FirstPregnancy),
            Column.Day(rows, r => r.Application.DueDate), Column.Day(rows, r => r.Application.BirthDate), Said(a => a.Provider), Said(a => string.Join('+', a.Pillars)),
            Column.Long(rows, r => r.Application.Income?.Value), Said(a => a.Note), Column.Uuid(rows, r => r.ActId), Column.Uuid(rows, r => r.EntryId),
            Column.Int(rows, r => r.Application.Parity), Said(a => string.Join('|', a.HelpersWhich)), Column.Bool(rows, r => r.Application.Jointly), Said(a => a.Channel),
            Said(a => a.ApplicantPerson?.Name), Said(a => a.ApplicantPerson?.Mail), Said(a => a.ApplicantPerson?.Telephone),
            Said(a => a.Authority?.Who), Said(a => a.Authority?.CoDecides), Said(a => a.Authority?.Name), Said(a => a.AgreedBy), Column.Bool(rows, r => r.Application.ApplicantPerson?.NoNotice == true));
    }
}
