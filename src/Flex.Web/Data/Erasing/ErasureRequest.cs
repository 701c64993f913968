using Npgsql;

namespace Flex.Web.Data.Erasing;

/// <summary>A request to destroy a dossier, as it stands.</summary>
/// <param name="Decider">The identity of who decided: somebody else erases.</param>
public sealed record ErasureRequest(Guid Id, DateOnly AskedOn, string AskedBy, string Capacity, DateOnly DueOn, string State, DateOnly? DecidedOn, string? DecidedBy, string? Decider, string? Ground, string? Because, Guid? DecisionAct)
{
    private const string Newest = """
        select id, asked_on, asked_by, capacity, due_on, state, decided_on, decided_by, decider, refused_ground, because, decision_act
        from erasure_request where dossier_id = $1 order by asked_on desc, id desc limit 1
        """;

    public bool Waits => State == "wacht";

    public bool Granted => State == "toegewezen";

    public bool Refused => State == "geweigerd";

    /// <summary>The newest request of a dossier, or null.</summary>
    internal static async Task<ErasureRequest?> Of(Work work, Guid dossier, CancellationToken stop)
    {
        work.Add(Newest, dossier);
        await using var row = await work.Read(stop);
        // The look in the journal goes before it in the same round trip.
        return await row.ReadAsync(stop)
            ? new(row.GetGuid(0), Day(row, 1), row.GetString(2), row.GetString(3), Day(row, 4), row.GetString(5),
                row.IsDBNull(6) ? null : Day(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), row.IsDBNull(11) ? null : row.GetGuid(11))
            : null;
    }

    private static DateOnly Day(NpgsqlDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
