using Flex.Domain.CareHours;
using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.CareHours;

/// <summary>The hours of one family as they lie before somebody: what was indicated and given, and who pays.</summary>
public sealed record HoursDesk(DossierRecord Record, FamilyFunding Funding, Programme Programme, National National, DateOnly Day, bool MayRegister, bool MayIndicate, bool MaySettle)
{
    public string Address => $"/dossiers/{Record.Head.Id}/zorg";

    /// <summary>The words behind codes; of a family whose place must stay hidden no municipality is named.</summary>
    public ProgrammeNames Names => new(Programme, National) { Shields = AddressShield.HidesMunicipality(Record.Head.Shield) };

    public FamilyLife Life => LifeReading.Of(Funding);

    /// <summary>The indication that holds on the day: of regular hours, newest day first.</summary>
    public IndicationRow? Indicated => Funding.Indications.LastOrDefault(i => i.Kind == CareCodes.Regular && i.FromDay <= Day) ?? Funding.Indications.LastOrDefault(i => i.Kind == CareCodes.Regular);

    /// <summary>What was last said of cover and bills.</summary>
    public AskedRow? Asked => Funding.Asked.LastOrDefault();

    public WishRow? Wish => Funding.Wishes.LastOrDefault();

    /// <summary>Lines of contacts that stand, in order of time.</summary>
    public IReadOnlyList<HoursLine> Lines => [.. Funding.Standing.Select(l => new HoursLine(l, LineReading.Of(l)))];

    /// <summary>Quarters of which nothing can be claimed until a dispute of the family is settled.</summary>
    public int Disputed => Funding.StandingContacts.Where(c => Funding.OpenDisputeOf(c) is not null).Sum(c => c.Quarters);

    /// <summary>Differences with the provider's file about which nobody chose yet.</summary>
    public int Differences => Funding.Shifts.Count(s => s.IsOpen);

    /// <summary>Those about hours that were taken back: they have no contact on the page.</summary>
    public IReadOnlyList<ContactRow> DisputedByFile => [.. Funding.Shifts.Where(s => s.IsOpen).Select(s => ShiftReading.Last(Funding, s.ContactId)).Where(c => c.Quarters == 0).DistinctBy(c => c.Id)];

    /// <summary>After how many days silence of the family does not block any more; null: it always does.</summary>
    public int? SilenceDays => Programme.Work.SilenceDays;

    /// <summary>Whether a contact may be claimed.</summary>
    public Domain.CareHours.Claiming ClaimOf(ContactRow contact) => Domain.CareHours.Claiming.Of(
        Funding.OpenDisputeOf(contact) is not null || Funding.OpenShiftOf(contact) is not null, Funding.Answers.Any(a => a.ContactId == contact.Id), contact.RegisteredOn, SilenceDays, Day);

    /// <summary>Days on which some care was given, but less than the protocol's least.</summary>
    public IReadOnlyList<DateOnly> ThinDays => LipProposal.ThinDays(new(), Funding.Standing.Where(l => l.Source == MoneyCodes.Of(MoneySource.RegularZvw)).Select(l => (l.Day, new Quarters(l.Quarters))));

    /// <summary>What of the family decides whether a contact can be; without the one that is corrected.</summary>
    internal ContactContext ContextFor(Actor actor, Guid? corrected)
    {
        var (carer, name) = corrected is { } id && Funding.Contacts.First(c => c.Id == id) is var row ? (row.Carer, row.Caregiver) : (actor.Id, actor.Name);
        return new(Life, Record.BornOn is { } born ? BirthDays.LastOf(born, Programme.Work.CareMonths) : null, [.. Others(Funding, corrected).Select(c => new OtherContact(FromOf(c), FromOf(c).Plus(c.Quarters), c.Caregiver, IsBy(c, carer, name)))])
        {
            Untimed = [.. Record.Care.Where(c => c.Caregiver == name).GroupBy(c => c.Day).Select(d => (d.Key, new Quarters(d.Sum(c => c.Quarters))))],
        };
    }

    internal static IEnumerable<ContactRow> Others(FamilyFunding funding, Guid? without) => funding.StandingContacts.Where(c => c.Id != without);

    /// <summary>Whether somebody gave it: a file knows the name only.</summary>
    internal static bool IsBy(ContactRow contact, string carer, string name) => contact.Carer == carer || string.Equals(contact.Caregiver, name, StringComparison.OrdinalIgnoreCase);

    internal static QuarterHour FromOf(ContactRow contact) => QuarterHour.Holding(contact.Began);

    internal static HoursDesk Of(DossierRecord record, FamilyFunding funding, Actor actor, ProgrammeLibrary library, ProgrammeClock clock)
    {
        var open = record.Life.End is null && !record.Head.OnlyLooks;
        return new(record, funding, library.Programmes[record.Head.Programme], library.National, DossierFacts.DayOf(record, clock),
            open && Policies.May(actor.Role, Policies.RegisterCare), open && Policies.May(actor.Role, Policies.Indicate), !record.Head.OnlyLooks && Policies.May(actor.Role, Policies.SettleHours));
    }
}
