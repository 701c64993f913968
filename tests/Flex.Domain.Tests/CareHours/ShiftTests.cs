using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.Tests.CareHours;

public sealed class ShiftTests
{
    private static readonly DateOnly Today = new(2023, 11, 30);
    private static readonly Guid One = Guid.Parse("0190ffff-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("2023-05-14 09:00", "2023-05-14 07:00")]
    [InlineData("14-05-2023 9:00", "2023-05-14 07:00")]
    [InlineData("2023-05-14T09:00+02:00", "2023-05-14 07:00")]
    // Another zone is converted: the instant counts.
    [InlineData("2023-05-14T09:00+05:30", "2023-05-14 03:30")]
    [InlineData("2023-05-14T07:00Z", "2023-05-14 07:00")]
    [InlineData("2023-03-26 03:00", "2023-03-26 01:00")]
    [InlineData("2023-10-29T02:15+02:00", "2023-10-29 00:15")]
    [InlineData("2023-10-29T02:15+01:00", "2023-10-29 01:15")]
    public void A_time_is_one_instant_by_its_offset_or_the_clock_in_Amsterdam(string text, string utc)
    {
        var (from, problems) = Time(text);

        Assert.Empty(problems);
        Assert.Equal(utc, from!.Value.Start.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "Het begin ontbreekt")]
    [InlineData("gisteren", "Dit is geen dag met tijd")]
    [InlineData("2023-03-26 02:15", "de klok ging die nacht een uur vooruit")]
    [InlineData("2023-10-29 02:15", "deze tijd was er die nacht twee keer")]
    [InlineData("2023-05-14 09:10", "hele kwartieren")]
    [InlineData("2023-05-14T09:10+02:00", "hele kwartieren")]
    public void A_time_that_is_none_or_two_is_refused_with_what_to_do(string text, string why)
    {
        var (from, problems) = Time(text);

        Assert.Null(from);
        Assert.Contains(why, Assert.Single(problems), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("2023-05-14 09:00", "2023-05-14 08:00", "tot", "eindigt voor zij begint")]
    [InlineData("2023-05-14 09:00", "2023-05-14 09:00", "tot", "eindigt voor zij begint")]
    [InlineData("2023-05-14 09:00", "2023-05-15 09:15", "tot", "langer dan een dag")]
    [InlineData("2023-05-14 09:00", "", "tot", "Het einde ontbreekt")]
    [InlineData("", "2023-05-14 09:00", "van", "Het begin ontbreekt")]
    [InlineData("2023-12-01 09:00", "2023-12-01 12:00", "van", "ligt in de toekomst")]
    public void Half_a_shift_and_one_that_cannot_be_say_what_is_wrong(string from, string until, string field, string why)
    {
        var read = Line(from, until);

        Assert.Null(ShiftText.Parse(read));
        Assert.Contains(why, Assert.Single(read.Problems, p => p.Field == field).Message, StringComparison.Ordinal);
    }

    // The night in which the clock goes back holds 25 hours: a day on the clock is not a day.
    [Theory]
    [InlineData("2023-10-28 12:00", "2023-10-29 11:00", 96, true)]
    [InlineData("2023-10-28 12:00", "2023-10-29 12:00", 100, false)]
    [InlineData("2023-03-25 12:00", "2023-03-26 13:00", 96, true)]
    public void A_day_is_24_hours_that_passed(string from, string until, int quarters, bool taken)
    {
        var shift = ShiftText.Parse(Line(from, until));

        Assert.Equal(taken, shift is not null);
        Assert.Equal(taken ? quarters : 0, shift?.Length.Count ?? 0);
    }

    [Fact]
    public void Nothing_in_its_place_is_new_and_the_very_same_line_was_there_before()
    {
        var shift = Shift("D1", 9, 12);

        Assert.Equal(ShiftOutcome.New, ShiftMatch.Of(shift, Family()).Outcome);
        Assert.Equal(ShiftOutcome.Before, ShiftMatch.Of(shift, Family([Contact(9, 12)], [Said("D1", 9, 12)])).Outcome);
    }

    [Theory]
    [InlineData(9, 12, "Ans", ShiftOutcome.Equal)]
    [InlineData(9, 12, "ans", ShiftOutcome.Equal)]
    [InlineData(9, 13, "Ans", ShiftOutcome.Different)]
    [InlineData(11, 14, "Ans", ShiftOutcome.Different)]
    [InlineData(12, 14, "Ans", ShiftOutcome.New)]
    [InlineData(9, 12, "Bea", ShiftOutcome.New)]
    public void A_contact_of_the_same_caregiver_in_the_same_time_is_matched_or_differs(int from, int until, string caregiver, ShiftOutcome outcome) =>
        Assert.Equal(outcome, ShiftMatch.Of(Shift("D1", from, until, caregiver), Family([Contact(9, 12)])).Outcome);

    [Fact]
    public void The_same_number_with_other_content_differs_also_when_its_times_moved_away() =>
        Assert.Equal((ShiftOutcome.Different, One), ShiftMatch.Of(Shift("D1", 15, 17), Family([Contact(9, 12)], [Said("D1", 9, 12)])) is { Contact: { } c } m ? (m.Outcome, c.Id) : default);

    [Fact]
    public void Hours_that_were_taken_back_do_not_come_back_by_a_file() =>
        Assert.Equal(ShiftOutcome.Different, ShiftMatch.Of(Shift("D1", 9, 12), Family([Contact(9, 12) with { TakenBack = true }])).Outcome);

    // Two lines of one shift, in either order: one contact, and one thing for a person to choose.
    [Fact]
    public void In_any_order_there_is_one_contact()
    {
        foreach (var (first, second) in new[] { (12, 13), (13, 12) })
        {
            Assert.Equal(ShiftOutcome.New, ShiftMatch.Of(Shift("D1", 9, first), Family()).Outcome);
            Assert.Equal(ShiftOutcome.Different, ShiftMatch.Of(Shift("D1", 9, second), Family([Contact(9, first)], [Said("D1", 9, first)])).Outcome);
            Assert.Equal(ShiftOutcome.Before, ShiftMatch.Of(Shift("D1", 9, first), Family([Contact(9, first)], [Said("D1", 9, first), Said("D1", 9, second)])).Outcome);
        }
    }

    [Theory]
    [InlineData(null, false, false, "2023-05-14", false, "Nog niet te declareren")]
    [InlineData(14, false, false, "2023-11-17", false, "Te declareren vanaf 01-12-2023")]
    [InlineData(14, false, false, "2023-11-16", true, "Te declareren sinds 30-11-2023; dat is geen akkoord")]
    [InlineData(null, false, true, "2023-11-30", true, "Te declareren.")]
    // However long ago: what is open blocks until somebody settled it.
    [InlineData(14, true, true, "2023-05-14", false, "eerst kiest of beslist iemand")]
    public void Silence_is_no_agreement_and_does_not_block_longer_than_the_programme_says(int? days, bool open, bool answered, string registered, bool may, string sentence)
    {
        var claim = Claiming.Of(open, answered, DateOnly.Parse(registered, System.Globalization.CultureInfo.InvariantCulture), days, Today);

        Assert.Equal(may, claim.May);
        Assert.Contains(sentence, claim.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_month_is_that_of_the_clock_in_Amsterdam_at_both_ends()
    {
        ClosedMonth[] closed = [new(new(2023, 5, 1), new(2023, 6, 2), "Coördinator")];

        Assert.NotNull(ClosedMonth.Of(closed, Quarter(2023, 4, 30, 21), Quarter(2023, 4, 30, 23)));
        Assert.Null(ClosedMonth.Of(closed, Quarter(2023, 4, 30, 20), Quarter(2023, 4, 30, 22)));
        Assert.NotNull(ClosedMonth.Of(closed, Quarter(2023, 5, 31, 20), Quarter(2023, 6, 1, 1)));
        Assert.Null(ClosedMonth.Of(closed, Quarter(2023, 5, 31, 22), Quarter(2023, 6, 1, 1)));
        Assert.Equal("Mei 2023 is gesloten door Coördinator op 02-06-2023. Er komen geen uren bij en er verandert niets. Klopt er iets niet, vraag de coördinator de maand weer te openen.", closed[0].Sentence);
    }

    private static (QuarterHour? From, IReadOnlyList<string> Problems) Time(string text)
    {
        var read = new FieldReader(_ => text, Today);
        return (ShiftTime.Read(read, "van", "Het begin ontbreekt."), [.. read.Problems.Select(p => p.Message)]);
    }

    private static FieldReader Line(string from, string until) =>
        new(f => f switch { "nummer" => "D1", "zorgverlener" => "Ans", "van" => from, "tot" => until, _ => null }, Today) { NamesCodes = true };

    private static QuarterHour Quarter(int year, int month, int day, int utc) => QuarterHour.Holding(new(year, month, day, utc, 0, 0, TimeSpan.Zero));

    private static SaidShift Shift(string number, int from, int until, string caregiver = "Ans") => new(number, Quarter(2023, 5, 14, from), new((until - from) * 4), "thuis", caregiver, false);

    private static KnownContact Contact(int from, int until) => new(One, Quarter(2023, 5, 14, from), new((until - from) * 4), "thuis", "Ans", false);

    private static KnownShift Said(string number, int from, int until) => new(number, Quarter(2023, 5, 14, from), new((until - from) * 4), "thuis", "Ans", One);

    private static ShiftContext Family(KnownContact[]? contacts = null, KnownShift[]? said = null) => new(new FamilyLife(), null, [], contacts ?? [], said ?? []);
}
