using System.Diagnostics;
using Flex.Bench.Data;
using Flex.Bench.Running;
using Flex.Domain.Programmes;
using Flex.Web.Data.Figures;
using Npgsql;
using NpgsqlTypes;

namespace Flex.Bench;

/// <summary>All figures of the factsheet by the product, against nothing but their SQL one after the other; and the pilot's page as a browser gets it.</summary>
internal static class Factsheets
{
    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        var programmes = RoomyProgrammes.In(cluster.Files);
        await using var database = await ManyDossiers.Make(cluster, programmes, settings.Applications);
        var reader = new FigureReader(database.Installation, programmes.Library, database.Db);
        var today = database.Clock.Today;
        var slowest = new Dictionary<string, double>(StringComparer.Ordinal);
        var rounds = await Rounds.Run(settings.Rounds, () => Timed(() => reader.Read(programmes.Programme.Code, today, CancellationToken.None)), () => Timed(() => Bare(database, programmes, today, slowest)));
        var worst = slowest.MaxBy(s => s.Value);
        return
        [
            new($"factsheet {settings.Applications / 1000}k", "figures by the product, ms", "their SQL alone, ms", rounds.Ratio, Bound.Most(2),
                $"{Table.Number(rounds.MedianA)} against {Table.Number(rounds.MedianB)} ms for {slowest.Count} figures; slowest {worst.Key}, {Table.Number(worst.Value)} ms"),
            .. await PilotPage(cluster, settings),
        ];
    }

    private static async Task<IReadOnlyList<Row>> PilotPage(Cluster cluster, Settings settings)
    {
        await using var site = await PilotSite.Start(cluster);
        using var visitor = await site.Visitor("coordinator");
        var page = await Rounds.Alone(settings.Rounds * 3, () => Timed(() => visitor.GetByteArrayAsync("/factsheet/" + site.Pilot.Code)));
        return [new("factsheet page", "the pilot's page over HTTP, ms", "-", page, null, $"{Table.Number(page.Median)} ms, {settings.Rounds * 3} requests one by one")];
    }

    private static async Task<double> Timed<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<int> Bare(Database database, RoomyProgrammes programmes, DateOnly today, Dictionary<string, double> slowest)
    {
        await using var connection = await database.Installation.Stats.OpenConnectionAsync();
        var rows = 0;
        foreach (var figure in programmes.Programme.Factsheet.SelectMany(s => s.Figures))
        {
            slowest[figure.Code] = await Timed(async () => rows += await Rows(connection, programmes, figure, today));
        }

        return rows;
    }

    private static async Task<int> Rows(NpgsqlConnection connection, RoomyProgrammes programmes, FactsheetFigure figure, DateOnly today)
    {
        var (evaluation, care) = (programmes.Programme.Periods!.Evaluation, programmes.Programme.Periods.Care);
        await using var command = new NpgsqlCommand(programmes.Library.Indicators[figure.Indicator].Sql, connection);
        command.Parameters.AddWithValue("programme", programmes.Programme.Code);
        command.Parameters.AddWithValue("as_of", today);
        command.Parameters.AddWithValue("evaluation_from", evaluation.First);
        command.Parameters.AddWithValue("evaluation_to", NpgsqlDbType.Date, (object?)evaluation.Last ?? DBNull.Value);
        command.Parameters.AddWithValue("care_from", care.First);
        command.Parameters.AddWithValue("care_to", NpgsqlDbType.Date, (object?)care.Last ?? DBNull.Value);
        foreach (var (name, value) in figure.Parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
        }

        return rows;
    }
}
