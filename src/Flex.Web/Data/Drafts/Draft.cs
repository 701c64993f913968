using System.Text.Json;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Drafts;

/// <summary>What was typed and not sent: the posted fields by name, never a BSN. Sealed under a key of the installation.</summary>
public sealed record Draft(Guid Id, string Kind, string Programme, int Version, DateTimeOffset SavedAt, IReadOnlyDictionary<string, string[]> Fields)
{
    /// <summary>A form that its maker goes on with later.</summary>
    public const string Application = "aanmelding";

    /// <summary>Days that a form waits for its maker; then it is emptied.</summary>
    public const int DaysKept = 30;

    /// <summary>What a person need not say again with the next application.</summary>
    public const string Remembered = "onthouden";

    /// <summary>A form whose session had ended when it was sent.</summary>
    public const string Expired = "verlopen";

    internal const string Columns = "id, kind, programme, version, saved_at, sealed";

    internal static byte[] Close(KeyRing keys, Guid id, IReadOnlyDictionary<string, string[]> fields) =>
        keys.Close(SealUse.Drafts, JsonSerializer.SerializeToUtf8Bytes(fields, JournalJson.Options), id);

    internal static Draft Read(NpgsqlDataReader row, KeyRing keys) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetFieldValue<DateTimeOffset>(4),
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(keys.Open(SealUse.Drafts, row.GetFieldValue<byte[]>(5), row.GetGuid(0)), JournalJson.Options)!);

    /// <summary>Whether another form says exactly this.</summary>
    public bool Says(IReadOnlyDictionary<string, string[]> other) =>
        other.Count == Fields.Count && Fields.All(f => other.TryGetValue(f.Key, out var said) && said.SequenceEqual(f.Value, StringComparer.Ordinal));
}
