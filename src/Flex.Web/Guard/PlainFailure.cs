using System.Text.Json.Nodes;
using Npgsql;

namespace Flex.Web.Guard;

/// <summary>What may be told of an exception: its kind, what the database calls it, and where it was. A message can repeat what somebody typed.</summary>
internal static class PlainFailure
{
    private const int MostFrames = 15;

    /// <summary>The exception and what caused it, outermost first.</summary>
    public static IEnumerable<JsonNode?> Of(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return One(failure);
        }
    }

    private static JsonObject One(Exception failure)
    {
        var told = new JsonObject { ["kind"] = failure.GetType().FullName };
        if (failure is PostgresException database)
        {
            (told["state"], told["table"], told["column"], told["constraint"]) = (database.SqlState, database.TableName, database.ColumnName, database.ConstraintName);
        }

        told["at"] = new JsonArray([.. (failure.StackTrace ?? "").Split('\n').Take(MostFrames).Select(f => (JsonNode?)Frame(f)).Where(f => f is not null)]);
        return told;
    }

    // The method and the line in its file, not the folder in which it was built.
    private static string? Frame(string frame)
    {
        var parts = frame.Trim().Split(" in ", 2);
        return parts[0].Length == 0 ? null : parts.Length == 1 ? parts[0] : $"{parts[0]} ({Path.GetFileName(parts[1])})";
    }
}
