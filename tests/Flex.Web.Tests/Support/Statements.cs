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
}
