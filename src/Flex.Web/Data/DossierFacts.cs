using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data;

/// <summary>What the rules look at, rebuilt from a stored dossier.</summary>
internal static class DossierFacts
{
    // How an insurer is stored of which nobody knows to which concern it belongs.
    private const string UnknownConcern = "onbekend";

    /// <summary>The day on which a dossier is looked at: today in the programme, or its first day when the clock stands before it.</summary>
    public static DateOnly DayOf(DossierRecord record, ProgrammeClock clock) => clock.Today < record.Head.ReceivedOn ? record.Head.ReceivedOn : clock.Today;

    /// <summary>The facts of one pillar as known on a day, with the places left for this family at this moment.</summary>
    public static Facts Of(DossierRecord record, int pillar, DateOnly day, Programme programme)
    {
        var head = record.Head;
        return new(
            record.AppliedOn(pillar),
            day,
            record.Assessment?.Counts ?? ClassSet.None,
            record.MunicipalityOn(day),
            record.InsurerOn(day)?.Detail is { } concern && concern != UnknownConcern ? concern : null,
            record.ProviderOn(day),
            DecisionFacts.TakenOverBy(programme, record.ProviderOn(day), day),
            PlacesLeft(record, pillar),
            head.IncomeCents is { } income ? new Cents(income) : null);
    }

    /// <summary>What the rule proposes for one pillar today.</summary>
    public static DecisionFacts Propose(DossierRecord record, int pillar, DateOnly day, Programme programme) =>
        DecisionFacts.Propose(programme, pillar, Of(record, pillar, day, programme));

    /// <summary>What the rule says today of a pillar about which an override waits, with the line of who waits as it was looked at when it was asked.</summary>
    public static DecisionFacts ProposeAgain(DossierRecord record, OverrideLine asked, DateOnly day, Programme programme)
    {
        var facts = Of(record, asked.Pillar, day, programme);
        // Asked together with the first decision: the family itself waits only since then.
        return DecisionFacts.Propose(programme, asked.Pillar, record.Decision(asked.Pillar) is { Outcome: Tables.NewDecision.Waiting } stands && stands.ActId == asked.ActId
            && record.Places.FirstOrDefault(p => p.Pillar == asked.Pillar) is { } places ? facts with { PlacesLeft = Math.Max(0, places.Left - places.Waiting + 1) } : facts);
    }

    // The place that the family holds is left for it; who waits comes before who asks now.
    private static int? PlacesLeft(DossierRecord record, int pillar) => record.Places.FirstOrDefault(p => p.Pillar == pillar) is not { } places ? null
        : record.Life.Place(pillar) is not null ? places.Left + 1
        : record.Decision(pillar)?.Outcome == Tables.NewDecision.Waiting ? places.Left
        : places.LeftBesideLine;
}
