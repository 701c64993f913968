using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>
/// A recorded journey, sent again for another family: every identity is a new one (the same where it was the same), and name, day of
/// birth and postcode are the other family's. What was sealed and the checks over it are sent as they were recorded.
/// </summary>
internal sealed partial class SameStatements(Journey recorded, Journey now, int client)
{
    private readonly Dictionary<Guid, Guid> ids = [];

    /// <summary>Runs the transactions of one act: the same statements in the same round trips, read to the end and committed.</summary>
    public async Task Run(NpgsqlDataSource source, Sent sent)
    {
        foreach (var transaction in sent.Transactions)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var scope = await connection.BeginTransactionAsync();
            foreach (var trip in transaction)
            {
                await using var batch = new NpgsqlBatch(connection, scope);
                foreach (var statement in trip)
                {
                    var command = new NpgsqlBatchCommand(statement.Sql);
                    foreach (var value in statement.Values)
                    {
                        var other = value.Clone();
                        other.Value = Other(value.Value);
                        command.Parameters.Add(other);
                    }

                    batch.BatchCommands.Add(command);
                }

                await using var reader = await batch.ExecuteReaderAsync();
                do
                {
                    while (await reader.ReadAsync())
                    {
                    }
                }
                while (await reader.NextResultAsync());
            }

            await scope.CommitAsync();
        }
    }

    private object? Other(object? value) => value switch
    {
        Guid id => Other(id),
        Guid[] many => Array.ConvertAll(many, Other),
        Guid?[] many => Array.ConvertAll(many, i => i is { } id ? Other(id) : (Guid?)null),
        string text => Other(text),
        string?[] many => Array.ConvertAll(many, t => t is null ? null : Other(t)),
        DateOnly day => Other(day),
        DateOnly?[] many => Array.ConvertAll(many, d => d is { } day ? Other(day) : (DateOnly?)null),
        _ => value,
    };

    // What is no fresh identity belongs to who acts.
    private Guid Other(Guid id) => id == Guid.Empty ? id : id.Version != 7 ? new Guid(client + 1, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) : ids.TryGetValue(id, out var known) ? known : ids[id] = Guid.CreateVersion7();

    private DateOnly Other(DateOnly day) => day == recorded.Born ? now.Born : day;

    private string Other(string text) => Guid.TryParse(text, out var id) ? Other(id).ToString()
        : text == recorded.Name ? now.Name
        : text == Key(recorded) ? Key(now)
        : text == recorded.First.ToLowerInvariant() ? now.First.ToLowerInvariant()
        : text == recorded.Last.ToLowerInvariant() ? now.Last.ToLowerInvariant()
        : text == recorded.Postcode ? now.Postcode : text;

    private static string Key(Journey of) => (of.First + of.Last).ToLowerInvariant();

    /// <summary>The same as a script for pgbench, which makes its own identities and families.</summary>
    public static string Script(Journey recorded, params IEnumerable<Sent> acts)
    {
        var (ids, script) = (new Dictionary<Guid, string>(), new StringBuilder());
        foreach (var transaction in acts.SelectMany(a => a.Transactions))
        {
            var first = true;
            foreach (var trip in transaction)
            {
                script.AppendLine("\\startpipeline");
                script.Append(first ? "begin;\n" : "");
                foreach (var statement in trip)
                {
                    script.Append(Placeholder().Replace(statement.Sql, m => Literal(statement.Values[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) - 1].Value, recorded, ids))).Append(";\n");
                }

                script.AppendLine("\\endpipeline");
                first = false;
            }

            script.AppendLine("commit;");
        }

        var made = string.Join(", ", ids.Values.Select(v => $"gen_random_uuid() as {v}"));
        return $"""
            select {made}, date '1980-01-01' + (random() * 9000)::int as born, (1000 + (random() * 8999)::int)::text || chr(65 + (random() * 25)::int) || chr(65 + (random() * 25)::int) as postcode,
              a as first, b as last, a || ' ' || b as name, a || b as key from (select 't' || left(md5(random()::text), 9) as a, 't' || left(md5(random()::text), 9) as b) x \gset
            {script}
            """;
    }

    private static string Literal(object? value, Journey recorded, Dictionary<Guid, string> ids)
    {
        string One(object? v) => Literal(v, recorded, ids);

        string Many<T>(T[] many, string type) => $"array[{string.Join(", ", many.Select(v => One(v)))}]::{type}[]";

        string Id(Guid id) => ":" + (ids.TryGetValue(id, out var name) ? name : ids[id] = $"g{ids.Count + 1}");

        return value switch
        {
            null or DBNull => "null",
            Guid id when id.Version != 7 => "('00000000-0000-4000-8000-' || lpad(:client_id::text, 12, '0'))::uuid",
            Guid id => Id(id) + "::uuid",
            string text when Guid.TryParse(text, out var id) => Id(id) + "::text",
            string text => Known(text, recorded) ?? $"('{text.Replace("'", "''", StringComparison.Ordinal).Replace(":", "'||chr(58)||'", StringComparison.Ordinal)}')",
            DateOnly day => day == recorded.Born ? ":born::date" : $"'{day:yyyy-MM-dd}'::date",
            DateTimeOffset at => string.Create(CultureInfo.InvariantCulture, $"to_timestamp({at.ToUnixTimeMilliseconds() / 1000.0})"),
            bool yes => yes ? "true" : "false",
            short number => $"{number}::smallint",
            int number => $"{number}::int",
            long number => $"{number}::bigint",
            double number => string.Create(CultureInfo.InvariantCulture, $"{number}::double precision"),
            byte[] bytes => $"'\\x{Convert.ToHexString(bytes)}'::bytea",
            Guid[] many => Many(many, "uuid"),
            Guid?[] many => Many(many, "uuid"),
            string?[] many => Many(many, "text"),
            DateOnly?[] many => Many(many, "date"),
            int[] many => Many(many, "int"),
            long[] many => Many(many, "bigint"),
            DateOnly[] many => Many(many, "date"),
            short?[] many => Many(many, "smallint"),
            int?[] many => Many(many, "int"),
            long?[] many => Many(many, "bigint"),
            bool[] many => Many(many, "bool"),
            bool?[] many => Many(many, "bool"),
            byte[]?[] many => Many(many, "bytea"),
            DateTimeOffset[] many => Many(many, "timestamptz"),
            _ => throw new InvalidOperationException($"A parameter of type {value.GetType()} has no literal yet."),
        };
    }

    private static string? Known(string text, Journey recorded) => text == recorded.Name ? ":name::text"
        : text == Key(recorded) ? ":key::text"
        : text == recorded.First.ToLowerInvariant() ? ":first::text"
        : text == recorded.Last.ToLowerInvariant() ? ":last::text"
        : text == recorded.Postcode ? ":postcode::text" : null;

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Placeholder();
}
