using System.CommandLine;
using Flex.Web.Data;
using Flex.Web.Data.Erasing;

namespace Flex.Web.Commands;

/// <summary>flex retention: every night the list of what is kept too long; erased only when two people are named.</summary>
internal static class RetentionVerb
{
    public static Command Retention()
    {
        var apply = new Option<bool>("--apply") { Description = "wis wat in de lijst staat; zonder dit wordt niets gewist" };
        var by = new Option<string?>("--by") { Description = "naam van wie wist" };
        var second = new Option<string?>("--second") { Description = "naam van wie de lijst heeft nagekeken" };
        var command = new Command("retention", "noemt de dossiers die voorbij hun bewaartermijn zijn, en wist ze met --apply") { apply, by, second };
        command.SetAction((parsed, stop) => Run(parsed, parsed.GetValue(apply), parsed.GetValue(by)?.Trim(), parsed.GetValue(second)?.Trim(), stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, bool apply, string? by, string? second, CancellationToken stop)
    {
        if (apply && (by is not { Length: > 0 } || second is not { Length: > 0 } || string.Equals(by, second, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException("Wissen doen altijd twee mensen: geef met --by en --second twee verschillende namen.");
        }

        await using var host = await Host.Look(parsed.Common(), parsed.Output());
        return await Data.Erasing.Retention.Run(host.Db, host.Library.National.Terms, apply ? (second!, by!) : null, parsed.Output(), stop);
    }
}
