using System.CommandLine;
using Flex.Web.Features.DryRuns;

namespace Flex.Web.Commands;

/// <summary>flex dry-run: what would other criteria have proposed for past cases?</summary>
internal static class DryRunVerb
{
    public static Command DryRun()
    {
        var programme = new Option<string>("--programme") { Description = "code van het programma", Required = true };
        var with = new Option<string>("--with") { Description = "bestand met criteria, of de map van een veranderd programma", Required = true };
        var command = new Command("dry-run", "rekent eerdere besluiten na met andere criteria en noemt wat anders zou zijn; verandert niets") { programme, with };
        command.SetAction(async (parsed, stop) =>
        {
            await using var host = await Host.Look(parsed.Common(), parsed.Output());
            return await TellDryRun.Run(host.Db, host.Library, parsed.GetRequiredValue(programme), parsed.GetRequiredValue(with), parsed.Output(), stop);
        });
        return command;
    }
}
