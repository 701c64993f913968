using Flex.Domain.Trust;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Log;

/// <summary>A page of the log for who oversees, with the newest reviews beside it; this look is in the log as well.</summary>
internal sealed record Oversight(IReadOnlyList<OverseenLine> Lines, IReadOnlyList<EmployeeTally> Employees, IReadOnlyList<LogReview> Reviews, string? Next)
{
    public static async Task<Oversight?> Read(FlexDb db, Actor actor, (LogView View, LogPeriod Period, string? About) asked, string? after, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, $"toezicht: {LogViews.CodeOf(asked.View)}", stop);
        Guid? family = asked.View == LogView.Family ? await Family(work, asked.About, stop) : null;
        if ((asked.View == LogView.Family && family is null) || Ask(work, asked, family, after) is not { } keyed)
        {
            return null;
        }

        work.Add(LogReview.Newest);
        var (lines, employees, reviews) = (new List<OverseenLine>(), new List<EmployeeTally>(), new List<LogReview>());
        await using (var row = await work.Read(stop))
        {
            // The first statement of a unit says who acts; it went before, when the family was asked.
            await (family is null ? row.NextResultAsync(stop) : Task.FromResult(true));
            while (await row.ReadAsync(stop))
            {
                (keyed ? () => lines.Add(OverseenLine.Read(row, work.Keys)) : (Action)(() => employees.Add(EmployeeTally.Read(row))))();
            }

            reviews.AddRange(await OpenDossier.Next(row, LogReview.Read, stop));
        }

        work.Journal(Act.LogRead, dossier: family);
        await work.Save();
        return new([.. lines.Take(OverseenLine.PageSize)], [.. employees.Take(EmployeeTally.PageSize)], reviews,
            lines.Count > OverseenLine.PageSize ? new HistoryKey(lines[OverseenLine.PageSize - 1].At, lines[OverseenLine.PageSize - 1].Id).ToString()
            : employees.Count > EmployeeTally.PageSize ? employees[EmployeeTally.PageSize - 1].Actor : null);
    }

    // True: lines are asked; false: employees; null: the key is none.
    private static bool? Ask(Work work, (LogView View, LogPeriod Period, string? About) asked, Guid? family, string? after)
    {
        if (LogViews.ConditionOf(asked.View) is null)
        {
            work.Add(EmployeeTally.Query, asked.Period.From, asked.Period.Until, after ?? "", asked.View == LogView.MassViews ? LogRules.ManyFamilies : 0);
            return false;
        }

        if ((after is null ? HistoryKey.Newest : HistoryKey.Parse(after)) is not { } key)
        {
            return null;
        }

        object?[] values = [asked.Period.From, asked.Period.Until, key.At, key.Id];
        object?[] about = asked.View switch { LogView.Family => [family], LogView.Employee => [asked.About ?? ""], _ => [] };
        work.Add(OverseenLine.Query(asked.View), [.. values, .. about]);
        return true;
    }

    private static async Task<Guid?> Family(Work work, string? number, CancellationToken stop)
    {
        if (!int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var of))
        {
            return null;
        }

        work.Add("select id from log_dossier($1)", of);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? row.GetGuid(0) : null;
    }
}
