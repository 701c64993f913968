using System.CommandLine;
using Flex.Web.Data;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Keys;
using Flex.Web.Ui;

namespace Flex.Web.Commands;

/// <summary>flex keys: replaces the master key while the site runs.</summary>
internal static class KeyVerbs
{
    public static Command Keys() => new("keys", "de sleutels van deze installatie") { Rotate() };

    private static Command Rotate()
    {
        var command = new Command("rotate", "vervangt de hoofdsleutel terwijl de site draait, of maakt af wat eerder afbrak");
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        Present(parsed.Common().Data);
        await using var host = await Host.Look(parsed.Common(), parsed.Output());
        return await Run(host.Installation, host.Clock, parsed.Output(), stop);
    }

    /// <summary>Rotates and says what was done; refuses with an exception.</summary>
    public static async Task<int> Run(Installation installation, ProgrammeClock clock, TextWriter output, CancellationToken stop)
    {
        var changed = await new KeyRotation(installation, clock, _ => { }).Run(stop);
        await output.WriteLineAsync($"De hoofdsleutel is vervangen (versie {installation.Keys.Version}). {Dutch.Number(changed)} rijen zijn opnieuw verzegeld of berekend; met de oude sleutel gaat niets meer open.");
        await output.WriteLineAsync("Maak nu een reservekopie van de map keys. Een oudere reservekopie van de database hoort bij de oudere kopie van de map keys.");
        return 0;
    }

    // Elsewhere a missing file is made; here that would be a key that opens nothing.
    private static void Present(string? data)
    {
        var path = KeyFile.PathIn(DataFolder.Open(data).Keys);
        if (!File.Exists(path))
        {
            throw new RefusedException($"{path} is er niet. Zet het terug uit de reservekopie van de map keys; zonder dat bestand is niets te lezen.");
        }
    }
}
