using Flex.Domain.Names;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>Writes new dossiers with all that their application says: one statement per table, for one form as for ten thousand rows.</summary>
internal static class DossierTables
{
    /// <param name="organisation">Whose families these are: the sender of a file, or the actor's own organisation when null.</param>
    public static void Add(Work work, string programme, IReadOnlyList<NewDossier> rows, string? organisation = null)
    {
        Keys(work, rows);
        work.Add("insert into dossier (id, programme, organisation, opened_on, entry_id) select i, $4, $5, o, e from unnest($1, $2, $3) t(i, o, e)",
            Column.Uuid(rows, r => r.Id), Column.Day(rows, r => r.Application.ReceivedOn), Column.Uuid(rows, r => r.EntryId), programme, organisation ?? work.Actor.Organisation);
        work.Add("select relate($1)", Column.Uuid(rows, r => r.Id));
        work.Add("insert into mother (dossier_id, name, name_key, birth_date, postcode, entry_id, house_number, telephone, language, interpreter) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            Column.Uuid(rows, r => r.Id), Column.Text(rows, r => r.Application.MotherName), Column.Text(rows, r => NameKey.Of(r.Application.MotherName)),
            Column.Day(rows, r => r.Application.MotherBirthDate), Column.Text(rows, r => r.Application.Postcode), Column.Uuid(rows, r => r.EntryId),
            Column.Text(rows, r => r.Application.HouseNumber), Column.Text(rows, r => r.Application.Telephone), Column.Text(rows, r => r.Application.Language), Column.OptionalBool(rows, r => r.Application.Interpreter));
        NameParts(work, rows);
        Periods(work, rows);
        ApplicationTable.Add(work, rows);
        NewSafeContact.Add(work, [.. rows.Where(r => r.Application.Contact is not null).Select(r => new NewSafeContact(work.Clock.NewId(), r.Id, r.EntryId, r.Application.ReceivedOn, r.Application.Contact!))]);
        NewAssessment.Add(work, [.. rows.Where(r => r.Classification is not null).Select(NewAssessment.Of)]);
    }

    private static void Keys(Work work, IReadOnlyList<NewDossier> rows)
    {
        work.Add("insert into vault.dossier_key (dossier_id, wrapped) select * from unnest($1, $2)",
            Column.Uuid(rows, r => r.Id), Column.Bytes(rows, r => r.Key.Wrap(work.Keys)));
        var known = rows.Where(r => r.Application.Bsn is not null).ToList();
        if (known.Count > 0)
        {
            work.Add("insert into vault.bsn (dossier_id, person, sealed, lookup) select d, 'mother', s, l from unnest($1, $2, $3) t(d, s, l)",
                Column.Uuid(known, r => r.Id),
                Column.Bytes(known, r => SealedBsn.Close(r.Key, Flex.Domain.Identities.PersonId.Mother, r.Application.Bsn!.Value.Digits)),
                Column.Bytes(known, r => work.Keys.Bsn(r.Application.Bsn!.Value.Digits)));
        }
    }

    private static void NameParts(Work work, IReadOnlyList<NewDossier> rows)
    {
        var parts = rows.SelectMany(r => NameKey.Parts(r.Application.MotherName).Select(p => (r.Id, r.EntryId, Part: p))).ToList();
        work.Add("insert into mother_name_part (dossier_id, part, sound, entry_id) select * from unnest($1, $2, $3, $4)",
            Column.Uuid(parts, p => p.Id), Column.Text(parts, p => p.Part), Column.Text(parts, p => NameSound.Of(p.Part)), Column.Uuid(parts, p => p.EntryId));
    }

    private static void Periods(Work work, IReadOnlyList<NewDossier> rows)
    {
        var living = rows.Where(r => r.Application.Municipality is not null).ToList();
        work.Add("insert into residence (dossier_id, during, municipality, entry_id) select d, daterange(f, null), m, e from unnest($1, $2, $3, $4) t(d, f, m, e)",
            Column.Uuid(living, r => r.Id), Column.Day(living, r => r.Application.ReceivedOn), Column.Text(living, r => r.Application.Municipality), Column.Uuid(living, r => r.EntryId));
        var insured = rows.Where(r => r.Application.Insurer is not null).ToList();
        work.Add("insert into insurance (dossier_id, during, insurer, concern, entry_id) select d, daterange(f, null), i, c, e from unnest($1, $2, $3, $4, $5) t(d, f, i, c, e)",
            Column.Uuid(insured, r => r.Id), Column.Day(insured, r => r.Application.ReceivedOn), Column.Text(insured, r => r.Application.Insurer),
            Column.Text(insured, r => r.Application.InsurerConcern ?? "onbekend"), Column.Uuid(insured, r => r.EntryId));
    }
}
