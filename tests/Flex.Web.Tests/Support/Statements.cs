using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;

namespace Flex.Web.Tests.Support;

/// <summary>Counts the statements that reach one test database while it listens; a batch counts each of its statements.</summary>
internal sealed partial class Statements : IDisposable
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ActivityListener listener;

    public Statements(TestDatabase database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.AdminConnection).Database;
        listener = new()
        {
            ShouldListenTo = s => s.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Note(activity, name),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>What was asked, without the sealing that goes on beside it.</summary>
    public IReadOnlyList<string> Asked => [.. seen.SelectMany(text => Beginning().Matches(text).Select(m => m.Value))];

    public void Dispose() => listener.Dispose();

    private void Note(Activity activity, string? database)
    {
        var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
        var of = (activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name")) as string;
        if (text is not null && of == database && text.Contains("flex.actor", StringComparison.Ordinal) | !text.Contains("advisory", StringComparison.Ordinal) && !text.Contains("journal.block", StringComparison.Ordinal) && !text.Contains("open_segment", StringComparison.Ordinal))
        {
            seen.Enqueue(text);
        }
    }

    [GeneratedRegex("^(select|insert|update|delete|with|copy).*", RegexOptions.Multiline)]
    private static partial Regex Beginning();
using System.Text.RegularExpressions;

namespace Flex.Web.Tests.Support;

/// <summary>Counts what really reaches the server, out of its own log: the statements of the one unit of work in which a first line holds the marker.</summary>
internal static partial class Statements
{
    public static async Task<IReadOnlyList<string>> Of(App app, string marker, Func<Task> act)
    {
        var name = await app.Database.AsAdmin("select current_database()");
        await app.Database.AsAdmin($"alter database {name} set log_min_duration_statement = 0");
        app.Database.Installation.App.Clear();
        var before = await Log(app, 0);
        await act();
        var lines = (await Log(app, before.Length)).Split('\n').Select(l => Line().Match(l)).Where(m => m.Success).ToList();
        foreach (var session in lines.GroupBy(m => m.Groups["pid"].Value))
        {
            var unit = new List<string>();
            foreach (var sql in session.Select(m => m.Groups["sql"].Value.Trim()))
            {
                unit.Add(sql);
                if (sql.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase))
                {
                    if (unit.Any(s => s.Contains(marker, StringComparison.Ordinal)))
                    {
                        return [.. unit.Where(s => !s.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase) && !s.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase))];
                    }

                    unit.Clear();
                }
            }
        }

        return [];
    }

    private static async Task<string> Log(App app, int from)
    {
        var text = (string)(await app.Database.AsAdmin("select pg_read_file(current_setting('data_directory') || '/../server.log')"))!;
        return text[Math.Min(from, text.Length)..];
    }

    [GeneratedRegex(@"\[(?<pid>\d+)\].*duration: [\d.]+ ms\s+(execute [^:]+|statement): (?<sql>.*)", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
