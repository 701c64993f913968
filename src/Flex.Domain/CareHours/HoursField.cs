using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Reads hours as people write them; 7,5 and 7.5 are the same.</summary>
internal static class HoursField
{
    private const int MostHours = 400;

    /// <summary>Whole quarters of an hour; null when empty, or after a problem, which stands at the field.</summary>
    /// <param name="least">The fewest quarters.</param>
    public static Quarters? Read(FieldReader read, string field, int least)
    {
        if (read.Text(field) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && Quarters.FromHours(hours) is { } quarters && quarters.Count >= least && hours <= MostHours)
        {
            return quarters;
        }

        read.Wrong(field, $"Vul de uren in hele kwartieren in, van {(least == 0 ? "0" : "0,25")} tot en met {MostHours}, bijvoorbeeld 49.");
        return null;
    }
}
