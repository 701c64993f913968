using Flex.Domain.Families;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Families;

/// <summary>What one visit of a family sees of her dossier by link and code, or on the device of a professional; never more than one dossier.</summary>
/// <param name="Hours">Quarter-hours of care in all, per pillar.</param>
/// <param name="MadeBy">Who let her in.</param>
public sealed record FamilyVisit(
    Guid Id, Guid Dossier, FamilyPerson Who, string Way, string? Form, string MadeBy, string Programme, string? Casemanager, DateOnly? Born,
    IReadOnlyList<ResponseLine> Lists, IReadOnlyList<(int Pillar, int Quarters)> Hours)
{
    private const string Page = """
        select p.visit_id, p.dossier_id, p.who, p.way, p.form, p.made_by, p.programme, p.casemanager, p.born_on,
               coalesce(p.lists, '{}'), coalesce(p.versions, '{}'), coalesce(p.filled, '{}'), coalesce(p.finished, '{}'), coalesce(p.answers, '{}'), coalesce(p.pillars, '{}'), coalesce(p.quarters, '{}'), k.wrapped
        from family_page() p join vault.dossier_key k on k.dossier_id = p.dossier_id
        """;

    /// <summary>Whether a professional is beside her, whose device it is.</summary>
    public bool IsTogether => Way == FamilyInvitation.Together;

    /// <summary>Reads it; the look is in the journal before anything is shown. Null: the visit is over.</summary>
    internal static async Task<FamilyVisit?> Read(FlexDb db, Actor actor, string purpose, CancellationToken stop)
    {
        await using var hand = await ToAct(db, actor, purpose, stop);
        await (hand?.Work.Save() ?? Task.CompletedTask);
        return hand?.Visit;
    }

    /// <summary>Opens it to act on; the act and the look are saved together.</summary>
    internal static async Task<FamilyInHand?> ToAct(FlexDb db, Actor actor, string purpose, CancellationToken stop)
    {
        var work = await db.Begin(actor, purpose, stop);
        work.Add(Page);
        await using (var row = await work.Read(stop))
        {
            await row.NextResultAsync(stop);
            if (await row.ReadAsync(stop))
            {
                var visit = Of(row);
                work.Journal(Act.DossierRead, dossier: visit.Dossier, id: work.Clock.NewId());
                return new(visit, DossierKey.Unwrap(work.Keys, visit.Dossier, row.GetFieldValue<byte[]>(16)), work);
            }
        }

        await work.DisposeAsync();
        return null;
    }

    private static FamilyVisit Of(NpgsqlDataReader row)
    {
        var (lists, versions, filled, finished, answers) = (row.GetFieldValue<string[]>(9), row.GetFieldValue<string[]>(10), row.GetFieldValue<DateOnly[]>(11), row.GetFieldValue<bool[]>(12), row.GetFieldValue<int[]>(13));
        return new(
            row.GetGuid(0), row.GetGuid(1), FamilyPerson.Find(row.GetString(2))!, row.GetString(3), Text(4), row.GetString(5), row.GetString(6), Text(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
            [.. lists.Select((q, i) => new ResponseLine(q, versions[i], filled[i], answers[i], finished[i]))], [.. row.GetFieldValue<int[]>(14).Zip(row.GetFieldValue<int[]>(15))]);

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}

/// <summary>A visit that was opened to act on, with the key that seals what is written.</summary>
internal sealed record FamilyInHand(FamilyVisit Visit, DossierKey Key, Work Work) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Work.DisposeAsync();
}
