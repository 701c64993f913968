using System.Diagnostics;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;

namespace Flex.Web.Commands;

/// <summary>The verb `flex journal verify`: reads the whole journal again and names the first broken place.</summary>
internal static class JournalVerify
{
    /// <summary>Answers 0 when the journal is whole, 1 when it is not.</summary>
    public static async Task<int> Run(Installation installation, TextWriter output, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        var seen = await new Verifier(installation.Keys, installation.Heads).Verify(installation.App, stop);
        await output.WriteLineAsync(Counts(seen, Stopwatch.GetElapsedTime(start)));
        foreach (var line in seen.Whole ? ["Het journaal is heel."] : Breaks(seen))
        {
            await output.WriteLineAsync(line);
        }

        return seen.Whole ? 0 : 1;
    }

    private static string Counts(Verification seen, TimeSpan took)
    {
        var speed = Dutch.Number((long)(seen.Entries / Math.Max(took.TotalSeconds, 0.001)));
        var text = $"{Dutch.Number(seen.Entries)} regels in {Dutch.Number(seen.Blocks)} blokken nagerekend, {speed} regels per seconde.\n"
            + $"Nog niet verzegeld: {Dutch.Number(seen.Tail)} regels aan het eind.";
        return seen.Unanchored == 0 ? text : text + $"\nNog niet buiten de database vastgelegd: {Dutch.Number(seen.Unanchored)} blokken.";
    }

    private static IEnumerable<string> Breaks(Verification seen)
    {
        yield return "Het journaal is NIET heel. De eerste breuk:";
        yield return "  " + seen.Findings[0].Text;
        if (seen.Total > 1)
        {
            yield return $"Daarna ({Dutch.Number(seen.Findings.Count - 1)} van {Dutch.Number(seen.Total - 1)}):";
        }

        foreach (var finding in seen.Findings.Skip(1))
        {
            yield return "  " + finding.Text;
        }
    }
}
