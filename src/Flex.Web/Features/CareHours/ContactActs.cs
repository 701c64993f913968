using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.CareHours;

/// <summary>What registering and correcting a contact have in common.</summary>
internal static class ContactActs
{
    private const int LongestReason = 2_000;

    /// <summary>What happened before this form came in: it was sent before, with the same or with something else, or the dossier ended. Null: nothing did.</summary>
    public static Func<ContactPage, IResult>? Told(HoursDesk desk, TypedFields typed, GivenContact? given, ProgrammeClock clock)
    {
        if (desk.Funding.Contacts.FirstOrDefault(c => c.Id == typed.Act) is { } before)
        {
            return given is not null && GivenOf(before).Says(given)
                ? _ => Done(desk)
                : page => page(desk, typed with { Act = clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.SentBefore(ContactWords.When(HoursDesk.FromOf(before), HoursDesk.FromOf(before).Plus(before.Quarters))));
        }

        if (given is not null && ClosedMonth.Of(desk.Funding.Closed, given.From, given.Until) is { } closed)
        {
            return page => page(desk, typed, [], StatusCodes.Status409Conflict, Closed(closed));
        }

        return desk.Record.Life.End is { } end ? page => page(desk, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end)) : null;
    }

    /// <summary>Whether a contact still is not in the way of another, now that nobody else can register one.</summary>
    public static bool Fits(FamilyFunding facts, NewContact contact) => HoursDesk.Others(facts, contact.Id).All(c =>
        !contact.Given.Overlaps(HoursDesk.FromOf(c), HoursDesk.FromOf(c).Plus(c.Quarters)) || (!HoursDesk.IsBy(c, contact.Carer, contact.Caregiver) && contact.Given.Together));

    /// <summary>What a form says about a month that is closed.</summary>
    public static FormNotice Closed(ClosedMonth closed) => new("Dit is niet opgeslagen: de maand is gesloten", closed.Sentence);

    /// <summary>Why, which must be said.</summary>
    public static string? Because(FieldReader read, string whenEmpty)
    {
        if (read.Text("reden") is null)
        {
            read.Wrong("reden", whenEmpty);
        }

        return read.Note("reden", LongestReason) is { } because && read.Problems.All(p => p.Field != "reden") ? because : null;
    }

    public static GivenContact GivenOf(ContactRow row) => new(QuarterHour.Holding(row.Began), new(row.Quarters), row.Setting, row.Done, row.Note, row.Signal, row.Together);

    public static IResult Done(HoursDesk desk) => new SavedAct(desk.Address, "zorg");
}
