using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Duplicates;

/// <summary>What a person said of a resemblance.</summary>
public sealed record SettledLine(bool Same, string? Because, string By, DateOnly On);

/// <summary>A new dossier beside the one it resembles, for who may see both; the look at each is in the journal.</summary>
internal sealed record ResembledPair(Guid Id, string Why, DateOnly Since, SettledLine? Settled, DossierRecord New, DossierRecord Old)
{
    private const string Find = """
        select id, why, since, dossier_id, resembles, settled_as, settled_because, settled_by, settled_on from resemblance
        where id = $1 or dossier_id = $1 order by settled_as is not null, since, id limit 1
        """;

    /// <summary>By the resemblance or by the new dossier, of which the first that is not settled is taken.</summary>
    public static async Task<ResembledPair?> Read(FlexDb db, Actor actor, Guid id, string purpose, CancellationToken stop)
    {
        if (await Row(db, actor, id, purpose, stop) is not var (found, made, old)
            || await OpenDossier.Read(db, actor, purpose, made, stop) is not var (newer, _)
            || await OpenDossier.Read(db, actor, purpose, old, stop) is not var (older, _))
        {
            return null;
        }

        return found with { New = newer, Old = older };
    }

    private static async Task<(ResembledPair Found, Guid New, Guid Old)?> Row(FlexDb db, Actor actor, Guid id, string purpose, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, purpose, stop);
        work.Add(Find, id);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        SettledLine? settled = reader.IsDBNull(5) ? null
            : new(reader.GetString(5) == SettledResemblance.Same, reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetString(7), reader.GetFieldValue<DateOnly>(8));
        return (new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), settled, null!, null!), reader.GetGuid(3), reader.GetGuid(4));
    }
}
