using Flex.Domain.Dossiers;
using Flex.Domain.Funding;

namespace Flex.Domain.CareHours;

/// <summary>Turns the text of one line of a shift file into <see cref="SaidShift"/>, or into everything that is wrong with it.</summary>
public static class ShiftText
{
    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static SaidShift? Parse(FieldReader read)
    {
        var caregiver = read.Line("zorgverlener", "Vul in wie deze zorg gaf.");
        var from = ShiftTime.Read(read, "van", "Het begin ontbreekt. Vul in wanneer de zorg begon, bijvoorbeeld 2023-05-14 09:00.");
        var until = ShiftTime.Read(read, "tot", "Het einde ontbreekt. Vul in wanneer de zorg ophield, bijvoorbeeld 2023-05-14 12:30.");
        var (setting, together) = (read.Code("soort", CareCodes.Settings, "thuis"), read.Ticked("samen") ?? false);
        if (from is { } begin && until is { } end)
        {
            Check(read, begin.Index, end.Index);
            return read.Problems.Count > 0 ? null : new(read.Text("nummer") ?? "", begin, new(end.Index - begin.Index), setting, caregiver, together);
        }

        return null;
    }

    private static void Check(FieldReader read, int begin, int end)
    {
        if (end <= begin)
        {
            read.Wrong("tot", "De zorg eindigt voor zij begint. Kijk beide tijden na.");
        }
        else if (end - begin > CareText.MostQuarters)
        {
            read.Wrong("tot", "Dit is langer dan een dag. Een dienst duurt ten hoogste 24 uur; splits haar.");
        }

        if (Shared.Amsterdam.DayOf(new(begin)) > read.Today)
        {
            read.Wrong("van", "Deze dag ligt in de toekomst. Een bestand bevat alleen zorg die is gegeven.");
        }
    }
}
