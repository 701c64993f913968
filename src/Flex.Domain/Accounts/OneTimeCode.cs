using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Flex.Domain.Accounts;

/// <summary>
/// The six digits that a person's app shows and that change every half minute (RFC 6238, with HMAC-SHA-1 because every app knows that one).
/// A step is the number of half minutes since 1970.
/// </summary>
public static class OneTimeCode
{
    /// <summary>Bytes of the secret that the app and the account share.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;

    /// <summary>The step of an instant.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step of a typed code: this half minute, the one before or the one after, for a clock that is a little off. Null when it is the code
    /// of none of them, or of one that is not later than the last that was used: a code that was overheard is worth nothing.
    /// </summary>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, DateTimeOffset at, long used)
    {
        var (now, given) = (StepOf(at), Encoding.UTF8.GetBytes(typed));
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (step > used && CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(At(secret, step))))
            {
                return step;
            }
        }

        return null;
    }
}
