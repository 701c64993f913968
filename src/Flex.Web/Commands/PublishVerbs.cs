using System.CommandLine;

namespace Flex.Web.Commands;

/// <summary>flex publish: a factsheet on paper, or new rules in the list of what never changes.</summary>
internal static class PublishVerbs
{
    public static Command Publish() => new("publish", "maakt een factsheet als PDF, of legt nieuwe regels vast") { Rules() };

    private static Command Rules()
    {
        var command = new Command("rules", "legt nieuwe criteria, vragenlijsten, factorlijsten en cijfers vast in published.txt");
        command.SetAction((parsed, _) => Task.FromResult(PublishRules.Run(parsed.Common().ProgrammesFolder, new Data.ProgrammeClock(TimeProvider.System).Today, parsed.Output())));
        return command;
    }
}
