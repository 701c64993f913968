using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>
/// Reads an instant of a shift: with an offset it is that instant, in whatever zone it was written; without one it is the clock in Amsterdam, and an hour
/// that this clock skipped or showed twice is refused.
/// </summary>
public static class ShiftTime
{
    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly string[] OnTheWall = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "d-M-yyyy H:mm"];

    /// <summary>The quarter that begins there; null after a problem, which stands at its field.</summary>
    public static QuarterHour? Read(FieldReader read, string field, string whenEmpty)
    {
        if (read.Text(field) is not { } text)
        {
            return Refused(read, field, whenEmpty);
        }

        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return Whole(read, field, instant);
        }

        if (!DateTime.TryParseExact(text, OnTheWall, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            return Refused(read, field, "Dit is geen dag met tijd. Schrijf bijvoorbeeld 2023-05-14 09:00, of met het verschil met UTC: 2023-05-14T09:00+02:00.");
        }

        var shown = Amsterdam.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        return shown.Count == 0 ? Refused(read, field, "Deze tijd was er niet: de klok ging die nacht een uur vooruit. Kijk de tijd na.")
            : shown.Count > 1 ? Refused(read, field, "Deze tijd was er die nacht twee keer: de klok ging een uur terug. Schrijf het verschil met UTC erbij: +02:00 voor de eerste keer, +01:00 voor de tweede.")
            : Whole(read, field, shown[0]);
    }

    private static QuarterHour? Whole(FieldReader read, string field, DateTimeOffset at) => at.Year is < 1970 or > 2200
        ? Refused(read, field, "Dit jaar kan niet. Kijk de dag na.")
        : QuarterHour.Beginning(at) ?? Refused(read, field, "Vul hele kwartieren in: op het uur, kwart over, half of kwart voor.");

    private static QuarterHour? Refused(FieldReader read, string field, string why)
    {
        read.Wrong(field, why);
        return null;
    }
}
