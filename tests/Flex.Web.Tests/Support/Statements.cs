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
            ShouldListenTo = s => s.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Note(activity, name),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>What the requests asked.</summary>
    public IReadOnlyList<string> Asked => [.. seen.SelectMany(text => Beginning().Matches(text).Select(m => m.Value))];

    public void Dispose() => listener.Dispose();

    private void Note(Activity activity, string? database)
    {
        var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
        var of = (activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name")) as string;
        if (text is not null && of == database && InRequest(activity))
        {
            seen.Enqueue(text);
        }
    }

    // The sealing that goes on beside it belongs to no request.
    private static bool InRequest(Activity activity)
    {
        var outer = activity.Parent;
        while (outer is not null && outer.Source.Name != "Microsoft.AspNetCore")
        {
            outer = outer.Parent;
        }

        return outer is not null;
    }

    [GeneratedRegex("^(select|insert|update|delete|with|copy).*", RegexOptions.Multiline)]
    private static partial Regex Beginning();
}
