using System.Security.Cryptography;
using System.Text.Json;

namespace Flex.Web.Data.Journal;

/// <summary>The key of one dossier: what is sealed under it is gone when its row in the vault is gone.</summary>
internal sealed class DossierKey
{
    private readonly byte[] key;

    private DossierKey(Guid dossier, byte[] key) => (Dossier, this.key) = (dossier, key);

    public Guid Dossier { get; }

    public static DossierKey New(Guid dossier) => new(dossier, RandomNumberGenerator.GetBytes(32));

    public static DossierKey Unwrap(KeyRing keys, Guid dossier, byte[] wrapped) => new(dossier, keys.Open(SealUse.DossierKeys, wrapped, dossier));

    public byte[] Wrap(KeyRing keys) => keys.Close(SealUse.DossierKeys, key, Dossier);

    /// <summary>Seals <paramref name="body"/> as JSON, bound to the row <paramref name="row"/>.</summary>
    public byte[] Close<T>(T body, Guid row) => Seal.Close(key, JsonSerializer.SerializeToUtf8Bytes(body, JournalJson.Options), row);

    public T Open<T>(byte[] sealedBytes, Guid row) =>
        JsonSerializer.Deserialize<T>(Seal.Open(key, sealedBytes, row), JournalJson.Options)
        ?? throw new InvalidOperationException("An empty body was sealed.");
}
