using System.CommandLine;
using Flex.Web.Data;

namespace Flex.Web.Commands;

/// <summary>flex replay and flex journal: is what is stored still what was decided and written?</summary>
internal static class CheckVerbs
{
    public static Command Replay()
    {
        var command = new Command("replay", "rekent elk opgeslagen besluit na uit zijn eigen feiten en versies");
        command.SetAction(async (parsed, stop) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            return await Features.Decisions.Replay.Run(host.Db, host.Library, parsed.Output(), stop);
        });
        return command;
    }

    public static Command Journal() => new("journal", "het journaal") { Verify(), PurgeVerbs.Approve(), PurgeVerbs.Run() };

    private static Command Verify()
    {
        var command = new Command("verify", "loopt het hele journaal na en noemt de eerste plek die niet klopt");
        command.SetAction(async (parsed, stop) =>
        {
            await using var installation = await Installation.Open(parsed.Common().Data, TimeProvider.System);
            return await JournalVerify.Run(installation, parsed.Output(), stop);
        });
        return command;
    }
}
