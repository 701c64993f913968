using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>
/// What NEN 7513 asks of a line beside its envelope, for who oversees only: the name of the person at that time, the address it came
/// from, the request, the purpose of use, and by which relation and which version of the policy it was given.
/// </summary>
/// <param name="Name">As it was then; the account may get another.</param>
/// <param name="Address">The network address of the request; null for what the system does.</param>
/// <param name="Trace">The W3C trace id of the request.</param>
/// <param name="Use">A code of HL7 v3-PurposeOfUse.</param>
/// <param name="Relations">Codes of <see cref="Domain.Trust.RelationCodes"/> that gave the access; null where no one family is opened.</param>
internal sealed record EntryContext(string Name, string? Address, string? Trace, string Use, IReadOnlyList<string>? Relations, string Policy)
{
    /// <summary>Seals this for a line, under the version of the key that the line bears.</summary>
    public byte[] Close(KeyRing keys, short version, Guid line) => Seal.Close(KeyOf(keys, version), JsonSerializer.SerializeToUtf8Bytes(this, JournalJson.Options), line);

    /// <summary>Opens what a line carries, under the version of the key that it bears; null for a line of before this was kept.</summary>
    public static EntryContext? Open(KeyRing keys, short version, byte[]? sealedBytes, Guid line) =>
        sealedBytes is null ? null : JsonSerializer.Deserialize<EntryContext>(Seal.Open(KeyOf(keys, version), sealedBytes, line), JournalJson.Options);

    /// <summary>Opens what stands in two columns of a row, the context and behind it the version of the line.</summary>
    public static EntryContext? Of(NpgsqlDataReader row, int column, KeyRing keys, Guid line) =>
        Open(keys, row.GetInt16(column + 1), row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column), line);

    /// <summary>The same for who reads many lines: one that somebody changed does not keep the others away. <paramref name="readable"/>: false when it could not be opened.</summary>
    public static EntryContext? TryOf(NpgsqlDataReader row, int column, KeyRing keys, Guid line, out bool readable)
    {
        try
        {
            readable = true;
            return Of(row, column, keys, line);
        }
        catch (CryptographicException)
        {
            readable = false;
            return null;
        }
    }

    private static byte[] KeyOf(KeyRing keys, short version) =>
        keys.Find(Entry.KeyOf(version))?.Contexts ?? throw new CryptographicException("No key of this version reads a context.");
}
