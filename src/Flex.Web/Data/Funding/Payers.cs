using Flex.Domain.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Data.Funding;

/// <summary>Decides anew who pays a family's hours, in the unit of work of the act that changed a fact.</summary>
internal static class Payers
{
    // Lines follow from facts whoever changes one, also who may not see single hours.
    private static readonly Actor Rule = Actor.System("wie-betaalt");

    /// <summary>After the journal line and all that the act wrote: reads what holds now, decides, and writes the lines that moved. Answers the facts as they are now.</summary>
    public static async Task<FamilyFunding> Decide(Work work, ProgrammeLibrary library, string programme, Guid dossier)
    {
        work.As(Rule);
        var facts = await FundingFacts.Read(work, dossier);
        var rules = ProgrammeFunding.Of(library.Programmes[programme], library.National);
        var moved = Redecision.Between(facts.Decided, Payer.Decide(LifeReading.Of(facts), facts.Given, rules));
        if (moved.Withdrawn.Count > 0)
        {
            var ids = facts.Standing.ToDictionary(l => (l.ContactId, Domain.Shared.QuarterHour.Holding(l.Began)), l => l.Id);
            work.Add("update payer_line set withdrawn_on = $2, withdrawn_entry = $3 where id = any($1)", moved.Withdrawn.Select(l => ids[(l.Contact, l.From)]).ToArray(), work.Clock.Today, work.EntryId);
        }

        NewPayerLine.Add(work, dossier, rules, moved.Added);
        work.As(work.Actor);
        return facts;
    }
}
