using Flex.Domain.CareHours;
using Flex.Web.Data;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Shifts;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Imports;

/// <summary>Takes a file of shifts in, whole or not at all: first as a trial, which stores nothing, and then in one unit of work.</summary>
internal sealed class TakeShifts(FlexDb db, ProgrammeLibrary library, Actor actor, string sender)
{
    private const string Purpose = "bestand met diensten inlezen";

    /// <summary>What would come of it; the families that were looked at are in the journal.</summary>
    public async Task<ShiftReport> Try(ShiftFile file, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        var plan = await ShiftPlan.Make(work, library, sender, file, stop);
        work.Journal(Act.ListRead, objects: [.. plan.Shifts.Select(s => s.Family.Id).Distinct()]);
        await work.Save();
        return new([.. plan.Shifts.Select(s => s.Result)], [.. file.Problems.Concat(plan.Problems).OrderBy(p => p.Line)], Stored: false);
    }

    /// <summary>Stores it when nothing stands in the way; the same file again stores nothing.</summary>
    public async Task<ShiftReport> Store(ShiftFile file, CancellationToken stop)
    {
        var trial = await Try(file, stop);
        if (trial.Problems.Count > 0 || !trial.HasNews)
        {
            return trial with { Stored = trial.Problems.Count == 0 };
        }

        try
        {
            return await Store(file, trial.Results.Where(r => r.Outcome != ShiftOutcome.Before).Select(r => r.Family).ToHashSet(), stop);
        }
        catch (PostgresException error) when (Refusals.Of(error) is Refusal.AlreadyCounted or Refusal.AlreadyRegistered or Refusal.DossierEnded)
        {
            return await Try(file, stop) is { Problems.Count: 0 } now ? now with { Problems = [new(0, "", "Iemand anders schreef tegelijk. Lees het bestand nog eens in; dubbel inlezen kan geen kwaad.")] } : await Try(file, stop);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return trial with { Unsure = true };
        }
    }

    private async Task<ShiftReport> Store(ShiftFile file, IReadOnlySet<Guid> families, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        work.Journal(Act.ImportDone, objects: [.. families]);
        // What is written below is of these: found once, and their lines hold them until it is saved.
        var before = await ShiftPlan.Make(work, library, sender, file, stop);
        var entries = families.Order().ToDictionary(f => f, _ => work.Clock.NewId());
        JournalLines.Add(work, [.. entries.Select(e => Line(work, e.Value, [.. before.Shifts.Where(s => s.Family.Id == e.Key && s.Match.Outcome != ShiftOutcome.Before)])).OfType<Entry>()]);
        var plan = await ShiftPlan.Make(work, library, sender, file, stop);
        if (plan.Problems.Count > 0)
        {
            return new([.. plan.Shifts.Select(s => s.Result)], plan.Problems, Stored: false);
        }

        foreach (var shift in plan.Shifts.Where(s => s.Match.Outcome != ShiftOutcome.Before))
        {
            Add(work, shift, entries.GetValueOrDefault(shift.Family.Id, work.EntryId));
        }

        await Decide(work, [.. plan.Shifts.Select(s => s.Family).DistinctBy(f => f.Id).Where(f => families.Contains(f.Id))]);
        await work.Save();
        return new([.. plan.Shifts.Select(s => s.Result)], [], Stored: true);
    }

    private Entry? Line(Work work, Guid id, IReadOnlyList<PlannedShift> shifts) => shifts.Count == 0 ? null : work.Line(
        Act.ShiftsTaken, id, shifts[0].Family.Key,
        new ShiftsBody(sender, [.. shifts.Select(s => s.Line.Shift).Select(s => new ShiftBody(s.Number, s.From.Start, s.Length.Count, s.Setting, s.Caregiver))]),
        shifts.Max(s => Flex.Domain.Shared.Amsterdam.DayOf(s.Line.Shift.From)));

    private void Add(Work work, PlannedShift planned, Guid entry)
    {
        var (shift, family) = (planned.Line.Shift, planned.Family);
        var contact = planned.Match.Contact?.Id ?? work.Clock.NewId();
        if (planned.Match.Outcome == ShiftOutcome.New)
        {
            new NewContact(contact, family.Id, new(shift.From, shift.Length, shift.Setting, [], null, null, shift.Together), null, shift.Caregiver, "bestand:" + sender, null).Add(work, entry);
        }

        new NewShiftLine(family.Id, sender, shift, contact, ShiftCodes.CodeOf(planned.Match.Outcome), entry).Add(work);
    }

    private async Task Decide(Work work, IReadOnlyList<ShiftFamily> families)
    {
        foreach (var family in families)
        {
            await Payers.Decide(work, library, family.Programme, family.Id);
        }

        foreach (var programme in families.GroupBy(f => f.Programme))
        {
            OpenWork.Refresh(work, library.Programmes[programme.Key], [.. programme.Select(f => f.Id)]);
        }
    }
}
