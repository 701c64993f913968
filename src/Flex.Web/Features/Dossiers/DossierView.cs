using Flex.Domain.Dossiers;
using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Trust;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Dossiers;

/// <summary>A dossier as its page shows it: what is stored with the words and proposals that go with it on one day.</summary>
public sealed record DossierView(DossierRecord Record, ProgrammeNames Names, DateOnly Day, VulnerabilityView? Vulnerability, IReadOnlyList<PillarView> Pillars)
{
    /// <summary>The act of the buttons on this page: pressed twice it counts once.</summary>
    public required Guid Act { get; init; }

    /// <summary>By when an override that waits is judged.</summary>
    public DateOnly JudgedBy(OverrideLine waiting) => waiting.RequestedOn.AddDays(Names.Programme.Work.OtherWithinDays);

    /// <summary>The pillars that can still be applied for.</summary>
    public IEnumerable<Pillar> NotAppliedFor => Names.Programme.Pillars.OrderBy(p => p.Number).Where(p =>
        PillarOpen.Refusal(Record.Head.Pillars.Contains(p.Number), Record.Life.End is not null, Record.BornOn, Names.Programme.Work.CareMonths, Day) is null);

    internal static DossierView Of(DossierRecord record, DossierKey key, ProgrammeLibrary library, ProgrammeClock clock)
    {
        var programme = library.Programmes[record.Head.Programme];
        var names = new ProgrammeNames(programme, library.National) { Shields = AddressShield.HidesMunicipality(record.Head.Shield) };
        var day = DossierFacts.DayOf(record, clock);
        var pillars = programme.Pillars.OrderBy(p => p.Number)
            .Where(p => record.Head.Pillars.Contains(p.Number) || record.Decision(p.Number) is not null || record.Care.Any(c => c.Pillar == p.Number))
            .Select(p => PillarView.Of(record, p, DecisionOf(record, p.Number, key, programme, day), library.National.OwnContribution));
        return new(record, names, day, VulnerabilityView.Of(record.Assessments, library.National.Factors), [.. pillars]) { Act = clock.NewId() };
    }

    // What was decided shows the facts of its own day; what was not shows what the rule would propose now.
    private static DecisionFacts DecisionOf(DossierRecord record, int pillar, DossierKey key, Programme programme, DateOnly day) =>
        record.Decision(pillar) is { } decided ? key.Open<DecisionFacts>(decided.SealedFacts, decided.Id) : DossierFacts.Propose(record, pillar, day, programme);
}

/// <summary>One pillar of a dossier: its decision or proposal and the care that was given.</summary>
public sealed record PillarView(Pillar Pillar, DecisionLine? Decision, DecisionFacts Facts, IReadOnlyList<CareView> Care)
{
    public Quarters Hours => Care.Aggregate(default(Quarters), (sum, c) => sum + c.Hours);

    /// <summary>The sum of what is known of the own contribution.</summary>
    public Cents Contribution => Care.Aggregate(default(Cents), (sum, c) => sum + (c.Contribution?.Amount ?? default));

    internal static PillarView Of(DossierRecord record, Pillar pillar, DecisionFacts facts, IReadOnlyList<OwnContributionRate> rates) => new(
        pillar, record.Decision(pillar.Number), facts, [.. record.Care.Where(c => c.Pillar == pillar.Number).Select(c => CareView.Of(c, pillar, rates))]);
}

/// <summary>One care entry, with what the own contribution would have been where the pillar waives it.</summary>
public sealed record CareView(CareLine Line, Quarters Hours, OwnContributionResult? Contribution)
{
    internal static CareView Of(CareLine line, Pillar pillar, IReadOnlyList<OwnContributionRate> rates)
    {
        var hours = new Quarters(line.Quarters);
        return new(line, hours, pillar.WaivesOwnContribution ? OwnContribution.Of(rates, line.Day, hours) : null);
    }
}
