using System.Security.Cryptography;

namespace Flex.Web.Data.Journal;

/// <summary>AES-GCM in one shape everywhere: nonce (12) · tag (16) · ciphertext, bound to the row it belongs to.</summary>
internal static class Seal
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, Guid belongsTo)
    {
        using var aes = new AesGcm(key, Tag);
        return Close(aes, plain, belongsTo);
    }

    public static byte[] Close(AesGcm aes, ReadOnlySpan<byte> plain, Guid belongsTo)
    {
        var sealedBytes = new byte[Nonce + Tag + plain.Length];
        Span<byte> bound = stackalloc byte[16];
        belongsTo.TryWriteBytes(bound);
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        aes.Encrypt(sealedBytes.AsSpan(0, Nonce), plain, sealedBytes.AsSpan(Nonce + Tag), sealedBytes.AsSpan(Nonce, Tag), bound);
        return sealedBytes;
    }

    /// <summary>The plain bytes; null when key, row and content do not belong together.</summary>
    public static byte[]? TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, Guid belongsTo)
    {
        try
        {
            return Open(key, sealedBytes, belongsTo);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The plain bytes; throws <see cref="CryptographicException"/> when key, row or content do not belong together.</summary>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, Guid belongsTo)
    {
        if (sealedBytes.Length < Nonce + Tag)
        {
            throw new CryptographicException("Too short to have been sealed.");
        }

        using var aes = new AesGcm(key, Tag);
        var plain = new byte[sealedBytes.Length - Nonce - Tag];
        Span<byte> bound = stackalloc byte[16];
        belongsTo.TryWriteBytes(bound);
        aes.Decrypt(sealedBytes[..Nonce], sealedBytes[(Nonce + Tag)..], sealedBytes.Slice(Nonce, Tag), plain, bound);
        return plain;
    }
}
