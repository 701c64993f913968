using Flex.Domain.Plans;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Plans;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Dutch = Flex.Web.Ui.Dutch;

namespace Flex.Web.Features.Plans;

/// <summary>The plan of a family in the pillar with hours after the lying-in, as it lies before somebody.</summary>
public sealed record PlanDesk(DossierRecord Record, FamilyPlan Plan, Programme Programme, Pillar Pillar, DateOnly Day, bool MayPlan, bool MayEnd)
{
    public string Address => $"/dossiers/{Record.Head.Id}/plan";

    /// <summary>The day since which nobody has to come any more, or null.</summary>
    public DateOnly? DoneOn => Record.Life.LastPlace(Pillar.Number)?.DoneOn;

    public bool Admitted => Record.Admitted.Contains(Pillar.Number);

    /// <summary>What decides whether a plan of hours can be.</summary>
    public PlanContext Context => new(
        Record.BornOn,
        Record.BornOn is { } born ? BirthDays.Day(born, Programme.Work.CareFromDay) : null,
        Record.BornOn is { } birth ? BirthDays.LastOf(birth, Programme.Work.CareMonths) : null,
        Plan.Ledger,
        Pillar.ApproveAboveHours is { } hours ? new Quarters(hours * 4) : null,
        [Record.Head.Mother, Record.Head.Said.CoDecider, Record.Head.Said.ApplicantName]);

    /// <summary>Why nothing can be written in the plan now; null when something can.</summary>
    public FormNotice? Stopped => Record.Life.End is { } end ? EndWords.Notice(end)
        : !Admitted ? new("Dit is niet opgeslagen", $"Dit gezin is niet toegelaten tot pijler {Pillar.Number}.")
        : DoneOn is { } done ? new("Dit is niet opgeslagen", $"De zorg in pijler {Pillar.Number} is klaar sinds {Dutch.Date(done)}. Reserveer opnieuw een plaats als het gezin toch verder gaat.")
        : null;

    /// <summary>The pillar of hours after the lying-in: the one that has an average per family; null in a programme without one.</summary>
    internal static Pillar? PillarOf(Programme programme) => programme.Pillars.FirstOrDefault(p => p.AverageHours is not null);

    internal static async Task<PlanDesk?> Of(DossierInHand hand, ProgrammeLibrary library)
    {
        var (record, work) = (hand.Record, hand.Work);
        var programme = library.Programmes[record.Head.Programme];
        if (PillarOf(programme) is not { } pillar)
        {
            return null;
        }

        var open = record.Life.End is null && !record.Head.OnlyLooks;
        return new(record, await PlanFacts.Read(work, record.Head.Id, pillar.Number), programme, pillar, DossierFacts.DayOf(record, work.Clock),
            open && Policies.May(work.Actor.Role, Policies.MakePlan), open && Policies.May(work.Actor.Role, Policies.Decide));
    }
}
