using System.Globalization;

namespace Flex.Web.Features.Imports;

/// <summary>Says how far an import is, at most once a second.</summary>
internal sealed class ImportProgress(TextWriter output, TimeProvider clock, long bytes)
{
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = "." };
    private readonly long started = clock.GetTimestamp();
    private long told = clock.GetTimestamp();

    public void Tell(long rows, long bytesRead)
    {
        if (clock.GetElapsedTime(told) < TimeSpan.FromSeconds(1))
        {
            return;
        }

        told = clock.GetTimestamp();
        var expected = bytesRead < bytes ? "± " + Number(rows * bytes / Math.Max(bytesRead, 1)) : Number(rows);
        output.WriteLine($"{Number(rows)} van {expected} rijen, {Number((long)(rows / clock.GetElapsedTime(started).TotalSeconds))} per seconde");
    }

    public static string Number(long number) => number.ToString("#,0", Numbers);
}
