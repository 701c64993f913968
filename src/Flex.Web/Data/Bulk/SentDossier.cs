using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Bulk;

/// <summary>A dossier by the number under which its sender applied.</summary>
internal sealed record SentDossier(string Number, DossierKey Key)
{
    private const string WithoutCare = """
        select r.number, k.dossier_id, k.wrapped from import_row r join vault.dossier_key k on k.dossier_id = r.dossier_id
        where r.kind = 'applications' and r.sender = $1 and r.number = any($2)
          and not exists (select from care_entry e where e.dossier_id = r.dossier_id) and not exists (select from care_contact c where c.dossier_id = r.dossier_id)
        order by r.number
        """;

    /// <summary>Those of these numbers of which no care is registered yet, in one way or the other.</summary>
    public static async Task<IReadOnlyList<SentDossier>> ReadWithoutCare(FlexDb db, Actor actor, string sender, IEnumerable<string> numbers, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "uren inlezen", stop);
        work.Add(WithoutCare, sender, numbers.ToArray());
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        var all = new List<SentDossier>();
        while (await row.ReadAsync(stop))
        {
            all.Add(new(row.GetString(0), DossierKey.Unwrap(work.Keys, row.GetGuid(1), row.GetFieldValue<byte[]>(2))));
        }

        return all;
    }
}
