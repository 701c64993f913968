using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Flex.Web.Guard;

/// <summary>
/// The technical log: one line of JSON per event. It holds no personal data, whoever writes to it: of a text only what the source says is kept,
/// of its values only numbers, identities and those named here, and of an exception where and of which kind, never its message.
/// </summary>
internal sealed class TechnicalLog(TextWriter output, TimeProvider clock) : ILoggerProvider
{
    private static readonly string[] Plain = ["Number", "Status", "Kind", "Route", "Finding", "ConnectionId", "TraceIdentifier"];

    private readonly TimeProvider clock = clock;
    private readonly TextWriter lines = TextWriter.Synchronized(output);
    private readonly ConcurrentDictionary<string, ILogger> loggers = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => loggers.GetOrAdd(categoryName, name => new Logger(name, this));

    public void Dispose()
    {
    }

    private static string? Shown(KeyValuePair<string, object?> said) => said.Value switch
    {
        Guid or bool or Enum or sbyte or byte or short or ushort or int or uint or long or ulong or double or TimeSpan or DateTimeOffset => Convert.ToString(said.Value, CultureInfo.InvariantCulture),
        string text when Plain.Contains(said.Key) => text,
        _ => null,
    };

    private sealed class Logger(string category, TechnicalLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var said = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            var line = new JsonObject
            {
                ["time"] = log.clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                ["level"] = logLevel.ToString(),
                ["category"] = category,
                ["event"] = eventId.Id,
                ["text"] = said.FirstOrDefault(s => s.Key == "{OriginalFormat}").Value as string,
                ["values"] = new JsonObject([.. said.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)Shown(s))).Where(s => s.Value is not null).DistinctBy(s => s.Key)]),
                ["failures"] = new JsonArray([.. PlainFailure.Of(exception)]),
            };
            log.lines.WriteLine(line.ToJsonString());
            log.lines.Flush();
        }
    }
}
