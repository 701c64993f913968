using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Eight hexadecimal digits that are others when data are others that decide who pays and how much; where they were read and in what order says nothing.</summary>
public static class FundingFingerprint
{
    /// <summary>That of these rules; their version counts for nothing.</summary>
    public static string Of(FundingRules rules) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Parts(rules)))))[..8];

    private static IEnumerable<string> Parts(FundingRules rules) =>
    [
        .. List("terms", rules.Terms.Select(t => $"{Days(t.Period)} {Text(t.Value)}")),
        .. List("extensions", rules.Extensions.Select(e => $"{Days(e.Period)} {e.Concern} {Number((int)e.Classes)} {e.ByMidwife} {e.Contiguous}")),
        .. List("tariffs", rules.Tariffs.Select(t => $"{Days(t.Period)} {t.Kind} {Number(t.PerHour.Value)}")),
        .. List("contributions", rules.Contributions.Select(c => $"{Days(c.Period)} {Number(c.PerHour.Value)}")),
        .. List("institution", rules.Institution.Select(i => $"{Days(i.Period)} {Number(i.PerPersonPerDay.Value)}")),
        .. List("municipalities", rules.PayingMunicipalities),
        .. List("waived", rules.WaivedConcerns),
        .. List("uninsured", rules.Uninsured),
        $"pillars {rules.WaiverPillar} {rules.FlexiblePillar}",
        rules.Care is { } care ? Days(care) : "-",
    ];

    private static string Text(CareTerms t) => string.Join(' ', [
        Number(t.RegularDays), Number(t.FlexibleFromDay), t.ExtensionFrom.ToString("O", CultureInfo.InvariantCulture), Number(t.ExtensionLastDay), Number(t.FlexibleMonths),
        t.PartusUsesIndication.ToString(), Number(t.StayWhenBreastFed.Count), Number(t.StayWhenBottleFed.Count)]);

    // A list that nobody decided is not one that is empty.
    private static IEnumerable<string> List(string name, IEnumerable<string>? lines) => lines is null ? [$"{name} -"] : lines.Order(StringComparer.Ordinal).Prepend(name);

    private static string Days(DateRange days) => string.Create(CultureInfo.InvariantCulture, $"{days.First:O}/{days.Last:O}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
