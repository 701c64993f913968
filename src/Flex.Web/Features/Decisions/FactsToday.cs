using System.Security.Cryptography;
using System.Text;
using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>What the rule says today of a family about which an override was asked, and what is otherwise than on the day of the request.</summary>
/// <param name="Changes">Lines "label: text" without name; empty when nothing that counts changed.</param>
public sealed record FactsToday(DecisionFacts Facts, IReadOnlyList<string> Changes, string Wanted, string Stands)
{
    /// <summary>Marks what the judge saw of it: empty while nothing changed.</summary>
    public string Mark => Changes.Count == 0 ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Facts.Proposal}\n{string.Join('\n', Changes)}")))[..16];

    /// <summary>What the change makes of the request, in one sentence.</summary>
    public string Meaning => NewDecision.OutcomeOf(Facts.Proposal) is not { } proposed ? "De regel kan vandaag niets voorstellen: er ontbreekt een antwoord."
        : proposed == Wanted ? $"De regel stelt vandaag zelf voor wat is gevraagd ({OutcomeText.InSentence(proposed, Facts.Pillar)}). Afwijken is niet meer nodig."
        : proposed != Stands ? $"De regel stelt vandaag iets anders voor dan het besluit van nu: {OutcomeText.InSentence(proposed, Facts.Pillar)}. Wat is gevraagd wijkt daar ook van af."
        : "Wat is gevraagd wijkt nog steeds af van de regel.";

    /// <summary>The organisation that is paid for the care today.</summary>
    public string Paid(Programme programme) => OverrideParties.PaidFor(programme, Facts.Facts.Provider, Facts.Facts.DecidedOn);

    internal static FactsToday Of(WaitingOverride waiting, DossierRecord record, Programme programme)
    {
        var asked = record.Life.Overrides.First(o => o.Id == waiting.Case.Id);
        var now = DossierFacts.ProposeAgain(record, asked, DossierFacts.DayOf(record, waiting.Work.Clock), programme);
        return new(now, OverrideChange.Between(waiting.Facts, now), asked.Outcome, record.Decision(asked.Pillar)?.Outcome ?? "");
    }

    /// <summary>Looks, for the page; null when nobody has to judge any more.</summary>
    internal static async Task<FactsToday?> Look(WaitingOverride waiting, Programme programme, CancellationToken stop)
    {
        if (waiting.Case.State != "wacht")
        {
            return null;
        }

        RuleRecord.Ask(waiting.Work, waiting.Key.Dossier);
        await using var reader = await waiting.Work.Read(stop);
        return Of(waiting, await RuleRecord.Read(reader, stop), programme);
    }
}
