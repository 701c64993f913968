using Flex.Domain.Trust;
using System.Globalization;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>
/// What the rules look at in a dossier, for an act of somebody who may not open it: the system looks, within that act and its journal
/// line. Nothing of it is shown but what the rule says. Without care, answers and single factors, which no rule looks at.
/// </summary>
internal static class RuleRecord
{
    private const string Become = "select set_config('flex.role', $1, true)";

    // Head, periods, assessments, decisions, places, life.
    private static readonly int[] Needed = [0, 2, 3, 5, 8, 9];

    /// <summary>Adds the statements.</summary>
    public static void Ask(Work work, Guid dossier)
    {
        work.Add(Become, Journal.Actor.System("regel").Role);
        foreach (var (sql, scoped) in Needed.Select(n => DossierQueries.All[n]))
        {
            work.Add(scoped ? string.Format(CultureInfo.InvariantCulture, sql, "true", "array[]::text[]") : sql, dossier);
        }

        work.Add(Become, work.Actor.Role);
    }

    /// <summary>Reads the answers; the reader stands on the first of the statements.</summary>
    public static async Task<DossierRecord> Read(NpgsqlDataReader reader, CancellationToken stop)
    {
        var head = (await OpenDossier.Next(reader, DossierQueries.Head, stop))[0];
        var periods = await OpenDossier.Next(reader, DossierQueries.Period, stop);
        return new(
            head,
            [.. periods.Where(p => p.Residence).Select(p => p.Line)],
            [.. periods.Where(p => !p.Residence).Select(p => p.Line)],
            await OpenDossier.Next(reader, DossierQueries.Assessment, stop),
            await OpenDossier.Next(reader, DossierQueries.Decision, stop),
            [],
            [],
            await OpenDossier.Next(reader, DossierQueries.PlaceInLine, stop),
            (await OpenDossier.Next(reader, DossierLife.Read, stop))[0])
        { Sights = Sights.Nothing };
    }
}
