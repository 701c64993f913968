using System.Globalization;
using Flex.Domain.Trust;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Log;

/// <summary>Lets a month of the log go when its time is over: two people agree, each under an own name, and then it is done. The chain stays whole (docs/journal.md).</summary>
internal static class Purge
{
    /// <summary>Keeps that somebody agrees.</summary>
    public static async Task<int> Approve(FlexDb db, DateOnly month, int years, (string Name, string Because) by, TextWriter output)
    {
        if (!LogRules.MayPurge(month, ProgrammeClock.DayOf(db.Clock.Now), years))
        {
            await output.WriteLineAsync(TooYoung(month, years));
            return 1;
        }

        await using var work = await db.Begin(Actor.System("journal-purge"), $"journaal van {Text(month)} laten gaan: {by.Name}");
        work.Journal(Act.PurgeApproved, effective: month);
        work.Add("insert into log_purge (month, approver, because, approved_at, entry_id) values ($1, $2, $3, $4, $5)", month, by.Name, by.Because, work.Clock.Now, work.EntryId);
        try
        {
            await work.Save();
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await output.WriteLineAsync($"{by.Name} ging hier al mee akkoord. Een ander moet het ook doen.");
            return 1;
        }

        await output.WriteLineAsync($"{by.Name} gaat ermee akkoord dat het journaal van {Text(month)} wordt vernietigd.");
        return 0;
    }

    /// <summary>Does it, as the owner of the tables: no role of the application can.</summary>
    public static async Task<int> Run(FlexDb owner, DateOnly month, int years, TextWriter output)
    {
        var today = ProgrammeClock.DayOf(owner.Clock.Now);
        if (!LogRules.MayPurge(month, today, years))
        {
            await output.WriteLineAsync(TooYoung(month, years));
            return 1;
        }

        await using var work = await owner.Begin(Actor.System("journal-purge"), $"journaal van {Text(month)} vernietigd");
        work.Journal(Act.JournalPurged, effective: month);
        work.Add("select journal.drop_segment($1, $2)", month, today);
        try
        {
            await work.Save();
        }
        catch (PostgresException refused) when (Sentence(refused.SqlState) is { } why)
        {
            await output.WriteLineAsync(why);
            return 1;
        }

        await output.WriteLineAsync($"Het journaal van {Text(month)} is vernietigd. De blokken blijven staan; flex journal verify rekent ermee.");
        return 0;
    }

    private static string? Sentence(string state) => state switch
    {
        "FX003" => $"Een maand van het journaal blijft ten minste {LogRules.LeastYears} jaar staan.",
        "FX004" => "Er zijn twee mensen nodig die ermee akkoord gaan. Gebruik eerst: flex journal approve-purge.",
        "FX005" => "Niet elke regel van deze maand is verzegeld. Draai eerst flex journal verify.",
        PostgresErrorCodes.UndefinedTable => "Van deze maand staat er niets (meer) in het journaal.",
        _ => null,
    };

    private static string TooYoung(DateOnly month, int years) => $"{Text(month)} blijft nog staan: het journaal wordt {years} jaar bewaard.";

    private static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
