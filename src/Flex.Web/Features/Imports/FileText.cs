using System.Text;

namespace Flex.Web.Features.Imports;

/// <summary>How a file's bytes are text: found by looking at all of them once, a piece at a time.</summary>
/// <param name="Refusal">Why it cannot be read, with what to do; null when it can.</param>
internal sealed record FileText(Encoding Encoding, long Bytes, string? Refusal)
{
    private const string SaveAs = "Sla het op als CSV UTF-8 (in Excel: Opslaan als, CSV UTF-8) en lees het opnieuw in.";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Strict UTF-8 when every byte allows it, otherwise Windows-1252.</summary>
    public static FileText Look(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Look(file);
    }

    /// <summary>The same of what was sent to a page.</summary>
    public static FileText Look(Stream file)
    {
        var buffer = new byte[65_536];
        var read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var refusal = read == 0 ? "Het bestand is leeg. Kijk of het de goede is; het sjabloon staat in de handleiding." : Refuse(buffer.AsSpan(0, read));
        return new(refusal is null && IsUtf8(file, buffer, read) ? Encoding.UTF8 : Windows1252, file.Length, refusal);
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static string? Refuse(ReadOnlySpan<byte> start) => start switch
    {
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => "Dit bestand is UTF-16. " + SaveAs,
        [(byte)'P', (byte)'K', 3, 4, ..] => "Dit is een werkmap van een rekenprogramma, geen CSV-bestand. " + SaveAs,
        _ when start.Count((byte)0) > start.Length / 4 => "Dit bestand is UTF-16 of geen tekst. " + SaveAs,
        _ => null,
    };

    private static bool IsUtf8(Stream file, byte[] buffer, int read)
    {
        var decoder = Strict.GetDecoder();
        var chars = new char[buffer.Length + 1];
        try
        {
            for (; read > 0; read = file.Read(buffer))
            {
                decoder.GetChars(buffer, 0, read, chars, 0, flush: false);
            }

            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
