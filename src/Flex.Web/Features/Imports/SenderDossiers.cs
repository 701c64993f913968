using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>What rows on an existing dossier need of it.</summary>
internal sealed record SenderDossier(DossierKey Key, CareContext Care);

/// <summary>The dossiers of a batch of rows, found by the number under which the same sender applied.</summary>
internal sealed class SenderDossiers(ImportTarget target)
{
    private const string Number = "aanmeldnummer";
    private readonly Dictionary<string, (SenderDossier? Dossier, string Programme)> found = new(StringComparer.Ordinal);

    private const string ByNumber = """
        select n, r.dossier_id, d.programme, k.wrapped, coalesce(b.born_on, a.birth_date), e.ended_on,
               (select coalesce(array_agg(x.pillar), '{}') from current_decision x where x.dossier_id = d.id and x.outcome = $4)
        from unnest($3) n cross join lateral (select * from import_row x where x.kind = $1 and x.sender = $2 and x.number = n offset 0) r
        left join dossier d on d.id = r.dossier_id
        left join application a on a.dossier_id = d.id
        left join current_birth b on b.dossier_id = d.id
        left join dossier_end e on e.dossier_id = d.id and e.reopened_on is null
        left join vault.dossier_key k on k.dossier_id = d.id
        """;

    /// <summary>The dossiers that were found.</summary>
    public IReadOnlyList<Guid> Found => [.. found.Values.Select(f => f.Dossier?.Key.Dossier).OfType<Guid>()];

    public async Task Look(IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        found.Clear();
        var wanted = rows.Select(NumberOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await using var work = await target.Begin(stop);
        work.Add(ByNumber, ImportApplications.Name, target.Sender, Column.Text(wanted, n => n), NewDecision.Admitted);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var dossier = reader.IsDBNull(3) ? null : new SenderDossier(
                DossierKey.Unwrap(work.Keys, reader.GetGuid(1), reader.GetFieldValue<byte[]>(3)),
                new CareContext(reader.GetFieldValue<int[]>(6), Day(reader, 4), Day(reader, 5)));
            found[reader.GetString(0)] = (dossier, reader.IsDBNull(2) ? target.Programme.Code : reader.GetString(2));
        }
    }

    /// <summary>The dossier of a row; when there is none, a reader of its fields is told why.</summary>
    public SenderDossier? Of(ImportRow row, FieldReader read)
    {
        if (NumberOf(row) is not { } number)
        {
            read.Wrong(Number, "Vul het nummer in waaronder dit gezin is aangemeld.");
            return null;
        }

        if (!found.TryGetValue(number, out var known))
        {
            read.Wrong(Number, $"Aanmelding {RejectsFile.Masked(number)} kennen we niet van afzender {target.Sender}. Lees eerst de aanmeldingen in of verbeter het nummer.");
            return null;
        }

        if (known.Programme != target.Programme.Code)
        {
            read.Wrong(Number, $"Aanmelding {RejectsFile.Masked(number)} hoort bij een ander programma. Geef dat programma op met --programme.");
            return null;
        }

        if (known.Dossier is null)
        {
            read.Wrong(Number, $"Aanmelding {RejectsFile.Masked(number)} wacht nog op een beoordeling (mogelijk dubbel). Lees deze rij daarna opnieuw in.");
        }

        return known.Dossier;
    }

    private static DateOnly? Day(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static string? NumberOf(ImportRow row) => row.Field(Number)?.Trim() is { Length: > 0 } number ? number : null;
}
