using System.CommandLine;
using System.Globalization;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Log;
using Npgsql;

namespace Flex.Web.Commands;

/// <summary>flex journal approve-purge and flex journal purge: a month of the journal past its time goes, when two people agreed.</summary>
internal static class PurgeVerbs
{
    /// <summary>How many years the log is kept, between the two ends of the law; as long as the record itself unless it is set.</summary>
    public const string Setting = "FLEX_LOG_YEARS";

    public static Command Approve()
    {
        var month = Month();
        var name = new Option<string>("--name") { Description = "wie ermee akkoord gaat", Required = true };
        var because = new Option<string>("--because") { Description = "waarom, en wie het besloot", Required = true };
        var command = new Command("approve-purge", "legt vast dat iemand ermee akkoord gaat dat een oude maand van het journaal wordt vernietigd") { month, name, because };
        command.SetAction(async (parsed, _) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            return await Purge.Approve(host.Db, Day(parsed.GetRequiredValue(month)), Years(), (parsed.GetRequiredValue(name).Trim(), parsed.GetRequiredValue(because).Trim()), parsed.Output());
        });
        return command;
    }

    public static Command Run()
    {
        var month = Month();
        var command = new Command("purge", "vernietigt een maand van het journaal waarvan de tijd om is en waarmee twee mensen akkoord gingen") { month };
        command.SetAction(async (parsed, _) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            await using var owner = NpgsqlDataSource.Create(host.Installation.Connections.Owner);
            return await Purge.Run(new FlexDb(owner, host.Installation.Keys, host.Clock), Day(parsed.GetRequiredValue(month)), Years(), parsed.Output());
        });
        return command;
    }

    private static int Years() => Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } text ? LogRules.MostYears
        : int.TryParse(text, CultureInfo.InvariantCulture, out var years) && years is >= LogRules.LeastYears and <= LogRules.MostYears ? years
        : throw new RefusedException($"{Setting} is {text}; kies een getal van {LogRules.LeastYears} tot en met {LogRules.MostYears}.");

    private static Argument<string> Month() => new("maand") { Description = "de maand, als JJJJ-MM" };

    private static DateOnly Day(string month) => DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw new RefusedException($"{month} is geen maand; schrijf JJJJ-MM, bijvoorbeeld 2016-04.");
}
