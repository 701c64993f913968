using Flex.Domain.Dossiers;
using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Turns a posted form into <see cref="SaidIndication"/>, or into everything that is wrong with it.</summary>
public static class IndicationText
{
    private const int LongestReason = 2_000;

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards. What the protocol does not know is asked once more, never changed.</summary>
    public static SaidIndication? Parse(FieldReader read, LipTerms terms)
    {
        var kind = read.Code("soort", CareCodes.Kinds, CareCodes.Regular);
        var hours = HoursField.Read(read, "uren", least: 1);
        if (hours is null && read.Text("uren") is null)
        {
            read.Wrong("uren", "Vul in hoeveel uren er zijn geïndiceerd.");
        }

        if (kind == CareCodes.Regular && hours is { } asked && (asked.Count < terms.Minimum.Count || asked.Count > terms.Most.Count) && read.Text(ContactText.Sure) is null)
        {
            read.Wrong(ContactText.Sure, $"Het protocol geeft ten minste {Dutch.Hours(terms.Minimum)} en ten hoogste {Dutch.Hours(terms.Most)} uur. Kijk het aantal na. Klopt het, zet dan hier een vinkje.");
        }

        var from = read.RequiredDay("vanaf", future: true, "Vul in vanaf welke dag dit geldt.");
        var said = new SaidIndication(kind, hours ?? default, from, UntilOf(read, kind, from), read.Code("methode", CareCodes.Methods, "lip"),
            read.Code("door", CareCodes.By, null), read.Code("moment", CareCodes.Moments, null), read.Note("toelichting", LongestReason), WishOf(read));
        return read.Problems.Count == 0 ? said : null;
    }

    private static DateOnly? UntilOf(FieldReader read, string kind, DateOnly from)
    {
        if (kind != CareCodes.Extension)
        {
            return null;
        }

        var until = read.RequiredDay("tot_en_met", future: true, "Vul in tot en met welke dag de verlenging geldt.");
        if (until != DateOnly.MinValue && until < from)
        {
            read.Wrong("tot_en_met", "Deze dag ligt voor de dag waarop de verlenging begint.");
        }

        return until;
    }

    private static HoursWish? WishOf(FieldReader read)
    {
        var wish = new HoursWish(HoursField.Read(read, "uren_betaald", least: 0), HoursField.Read(read, "uren_nu", least: 0), read.Note("reden_wens", LongestReason));
        if (wish is { IfPaying: null, Now: null, Reason: not null })
        {
            read.Wrong("uren_nu", "Vul ook in hoeveel uren zij wil; 0 mag.");
        }

        return wish is { IfPaying: null, Now: null } ? null : wish;
    }
}
