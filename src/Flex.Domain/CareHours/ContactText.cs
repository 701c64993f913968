using Flex.Domain.Dossiers;
using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Turns the text of one contact into <see cref="GivenContact"/>, or into everything that is wrong with it.</summary>
public static class ContactText
{
    /// <summary>The box that says that something unlikely was looked at.</summary>
    public const string Sure = "zeker";

    // Help at the delivery begins before it; earlier than this is a mistaken day.
    private const int PartusDays = 3;

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static GivenContact? Parse(FieldReader read, ContactContext context)
    {
        var time = ContactTime.Read(read);
        var setting = read.Code("soort", CareCodes.Settings, "thuis");
        var given = new GivenContact(
            time?.From ?? default, new((time?.Until.Index ?? 0) - (time?.From.Index ?? 0)), setting, read.Codes("gedaan", DoneCodes.All),
            read.Note("opmerking", ApplicationText.LongestNote), read.Note("signaal", ApplicationText.LongestNote), read.Ticked("samen") ?? false);
        if (time is not null)
        {
            Check(read, context, given);
        }

        return read.Problems.Count == 0 ? given : null;
    }

    private static void Check(FieldReader read, ContactContext context, GivenContact given)
    {
        if (BeforeBirth(context.Life, given.From, given.Setting) is { } early)
        {
            read.Wrong("dag", early);
        }

        if (context.LastDay is { } last && Amsterdam.DayOf(given.Until.Plus(-1)) > last && read.Text(Sure) is null)
        {
            read.Wrong(Sure, $"De laatste dag van hulp uit het programma was {Dutch.Day(last)}. Kijk de dag na. Zijn deze uren toch gegeven, zet dan hier een vinkje: ze worden bewaard als niet te bekostigen.");
        }

        // The same hours in both ways would count twice.
        if (context.Untimed.FirstOrDefault(u => u.Day == Amsterdam.DayOf(given.From)) is { Hours.Count: > 0 } same && read.Text(Sure) is null)
        {
            read.Wrong(Sure, $"Op {Dutch.Day(same.Day)} staan al {Dutch.Hours(same.Hours)} uur zonder tijden van dezelfde zorgverlener. Zijn dit andere uren, zet dan hier een vinkje. Anders tellen ze dubbel.");
        }

        foreach (var other in context.Others.Where(o => given.Overlaps(o.From, o.Until)).Take(1))
        {
            Overlap(read, other, given);
        }
    }

    private static void Overlap(FieldReader read, OtherContact other, GivenContact given)
    {
        if (other.Own)
        {
            read.Wrong("van", $"U hebt zelf al uren vastgelegd in deze tijd: {ContactWords.When(other.From, other.Until)}. Verbeter die, of kijk de tijd na.");
        }
        else if (!given.Together)
        {
            read.Wrong("samen", $"{other.Caregiver} heeft al uren vastgelegd in deze tijd: {ContactWords.When(other.From, other.Until)}. Werkte u samen, zet dan hier een vinkje.");
        }
    }

    /// <summary>Why care as this kind cannot begin then; null when it can.</summary>
    internal static string? BeforeBirth(FamilyLife life, QuarterHour from, string setting) =>
        DeliveryTime.Of(life.Birth) is not { } delivery
            ? setting == CareCodes.Partus ? null : "Er is nog geen geboorte vastgelegd. Leg die eerst vast. Alleen hulp bij de bevalling kan ervoor liggen: kies dan partusassistentie."
        : setting == CareCodes.Partus && Amsterdam.DayOf(from) >= delivery.Day.AddDays(-PartusDays) ? null
        : setting == CareCodes.Partus ? $"Deze hulp ligt meer dan {PartusDays} dagen voor de geboorte ({Dutch.Day(delivery.Day)}). Kijk de dag na."
        // The quarter in which the child was born is care too.
        : from.Index < delivery.First.Index - 1 ? $"Deze zorg begint voor de geboorte ({Dutch.Day(delivery.Day)}). Kijk dag en tijd na. Was het hulp bij de bevalling, kies dan partusassistentie."
        : null;
}
