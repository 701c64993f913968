using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Turns a posted form into <see cref="SaidCover"/>, or into everything that is wrong with it.</summary>
public static class CoverText
{
    private const int MostEuros = 10_000;
    private const int MostDays = 366;

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static SaidCover? Parse(FieldReader read)
    {
        var covered = read.Code("aanvullend", CoverCodes.Kinds, null);
        var policy = covered is CoverCodes.Own or CoverCodes.Municipal ? PolicyOf(read) : null;
        var said = new SaidCover(covered, policy, read.Code("wie_int", CoverCodes.Billers, null), EurosOf(read, "betaald"));
        return read.Problems.Count == 0 ? said : null;
    }

    private static SaidPolicy PolicyOf(FieldReader read)
    {
        var name = read.Line("polis", "Vul in hoe de verzekering heet.");
        var from = read.RequiredDay("vanaf", future: true, "Vul in vanaf welke dag de verzekering geldt.");
        var until = read.Text("tot_en_met") is null ? null : read.Day("tot_en_met", future: true);
        if (until < from)
        {
            read.Wrong("tot_en_met", "Deze dag ligt voor de dag waarop de verzekering begint.");
        }

        var pays = read.Code("betaalt_bijdrage", CoverCodes.Pays, null);
        var most = pays == CoverCodes.Part ? EurosOf(read, "hoogste_bedrag") : null;
        if (pays == CoverCodes.Part && most is null && read.Text("hoogste_bedrag") is null)
        {
            read.Wrong("hoogste_bedrag", "Vul in tot welk bedrag de verzekering betaalt.");
        }

        return new(name, from, until, pays != CoverCodes.Nothing, most, HoursField.Read(read, "late_uren", least: 1), DaysOf(read));
    }

    // 52,80 and 52.80 are the same.
    private static Cents? EurosOf(FieldReader read, string field)
    {
        if (read.Text(field) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && euros is > 0 and <= MostEuros && euros * 100 % 1 == 0)
        {
            return new((long)(euros * 100));
        }

        read.Wrong(field, "Vul een bedrag in euro's in, bijvoorbeeld 52,80.");
        return null;
    }

    private static int? DaysOf(FieldReader read)
    {
        if (read.Text("late_dagen") is not { } text)
        {
            return null;
        }

        if (read.Text("late_uren") is null)
        {
            read.Wrong("late_uren", "Vul ook in hoeveel uren de verzekering dan betaalt.");
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays)
        {
            return days;
        }

        read.Wrong("late_dagen", $"Vul een aantal dagen in, van 1 tot en met {MostDays}.");
        return null;
    }
}
