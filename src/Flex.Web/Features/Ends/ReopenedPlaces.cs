using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Ends;

/// <summary>What becomes of the places of a dossier that is opened again, by the rule as it holds now: nobody goes ahead of who waits.</summary>
/// <param name="Taken">A place is free and nobody waits for it: it is kept again.</param>
/// <param name="Waits">Others wait or no place is left: the family joins them in the order of the programme.</param>
/// <param name="NotMet">The family no longer meets the conditions: the coordinator decides how to go on.</param>
public sealed record ReopenedPlaces(IReadOnlyList<int> Taken, IReadOnlyList<int> Waits, IReadOnlyList<int> NotMet)
{
    /// <param name="withPlaces">False when the last place was gone just now.</param>
    public static ReopenedPlaces Of(DossierRecord record, Programme programme, DateOnly day, bool withPlaces = true)
    {
        var found = record.WithPlace.Where(p => record.Places.Any(x => x.Pillar == p)).ToLookup(p => Of(record, programme, day, p, withPlaces));
        return new([.. found[Proposal.Admit]], [.. found[Proposal.WaitForPlace]], [.. found[Proposal.Refuse]]);
    }

    /// <summary>What is said before the dossier is opened.</summary>
    public IEnumerable<string> Sentences =>
    [
        .. Taken.Select(p => $"In pijler {p} is plaats: die wordt weer voor dit gezin bewaard."),
        .. Waits.Select(p => $"In pijler {p} is geen plaats vrij voor dit gezin: alle plaatsen zijn bezet of andere gezinnen wachten al. Het gezin komt op de wachtlijst, op de plek die bij zijn aanmelding hoort."),
        .. NotMet.Select(p => $"Met de gegevens van nu voldoet het gezin niet aan de voorwaarden van pijler {p}. Er wordt geen plaats bewaard; de programmacoördinator krijgt dit als taak."),
    ];

    // An override stands whatever the rule says; only the place is looked at.
    private static Proposal Of(DossierRecord record, Programme programme, DateOnly day, int pillar, bool withPlaces) =>
        record.Decision(pillar)!.Kind != Replacement.Override && DossierFacts.Propose(record, pillar, day, programme).Proposal == Proposal.Refuse ? Proposal.Refuse
            : withPlaces && record.Places.Any(p => p.Pillar == pillar && p.LeftBesideLine > 0) ? Proposal.Admit
            : Proposal.WaitForPlace;
}
