using System.CommandLine;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Commands;

/// <summary>flex privacy: what the law asks to have on paper, made from the configuration.</summary>
internal static class PrivacyVerbs
{
    public static Command Privacy() => new("privacy", "maakt wat de AVG op papier vraagt") { Register() };

    private static Command Register()
    {
        var command = new Command("register", "schrijft het register van verwerkingen (AVG artikel 30) als Markdown");
        command.SetAction((parsed, _) =>
        {
            parsed.Output().Write(ProcessingRegister.Of(ProgrammeLibrary.Load(parsed.Common().ProgrammesFolder, new ProgrammeClock(TimeProvider.System).Today)));
            return Task.FromResult(0);
        });
        return command;
    }
}
