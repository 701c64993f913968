using System.Globalization;

namespace Flex.Domain.Funding;

/// <summary>Refusals of the own contribution in Dutch.</summary>
public static class OwnContributionText
{
    /// <summary>Why there is no amount for care on this day.</summary>
    public static string Of(OwnContributionRefusal refusal, DateOnly day) => refusal switch
    {
        OwnContributionRefusal.NoRateForDay =>
            string.Create(CultureInfo.InvariantCulture, $"Voor {day.Year} is geen eigen bijdrage per uur bekend; vul het tarief aan."),
    };
}
