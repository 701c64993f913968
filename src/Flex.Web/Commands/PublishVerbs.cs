using System.CommandLine;

namespace Flex.Web.Commands;

/// <summary>flex publish: a factsheet on paper, or new rules in the list of what never changes.</summary>
internal static class PublishVerbs
{
    public static Command Publish() => new("publish", "maakt een factsheet als PDF, of legt nieuwe regels vast") { Factsheet(), Rules() };

    private static Command Factsheet()
    {
        var code = new Argument<string>("programma") { Description = "code van het programma" };
        var pdf = new Option<string>("--pdf") { Description = "het PDF-bestand dat wordt gemaakt", Required = true };
        var command = new Command("factsheet", "drukt de factsheet van een programma af als PDF met codes voor voorleessoftware") { code, pdf };
        command.SetAction((parsed, stop) => PublishFactsheet.Run(parsed.Common(), parsed.GetRequiredValue(code), parsed.GetRequiredValue(pdf), parsed.Output(), stop));
        return command;
    }

    private static Command Rules()
    {
        var command = new Command("rules", "legt nieuwe criteria, vragenlijsten, factorlijsten en cijfers vast in published.txt");
        command.SetAction((parsed, _) => Task.FromResult(PublishRules.Run(parsed.Common().ProgrammesFolder, new Data.ProgrammeClock(TimeProvider.System).Today, parsed.Output())));
        return command;
    }
}
