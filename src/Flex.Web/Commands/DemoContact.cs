using System.Globalization;
using Flex.Domain.CareHours;
using Flex.Domain.Shared;

namespace Flex.Web.Commands;

/// <summary>What is typed of a contact of which the file says the day and the hours: from nine in the lying-in and from one later, and what was done by turns.</summary>
internal static class DemoContact
{
    private static readonly string[] LyingIn = ["verzorging|voorlichting", "verzorging|instructie|hechting", "verzorging|preventie|risicosignalering"];
    private static readonly string[] Later = ["dagritme|hechting", "instructie|voorlichting", "dagritme|risicosignalering"];

    public static Dictionary<string, string?> Fields(DateOnly day, decimal hours, bool lyingIn, int number)
    {
        var from = new TimeOnly(lyingIn ? 9 : 13, 0);
        var done = lyingIn ? LyingIn : Later;
        return new(StringComparer.Ordinal)
        {
            ["dag"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["van"] = Text(from),
            ["tot"] = Text(from.AddHours((double)hours)),
            ["gedaan"] = done[number % done.Length],
        };
    }

    private static string Text(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
