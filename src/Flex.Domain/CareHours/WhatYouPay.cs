using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What a number of hours would cost a family at the tariff of one day, and who pays it.</summary>
/// <param name="Full">The own contribution.</param>
/// <param name="ByPolicy">What supplementary policies pay of it.</param>
/// <param name="ByProgramme">What the programme takes over of the rest.</param>
/// <param name="ByFamily">What is left.</param>
public readonly record struct WhatYouPay(Quarters Hours, Cents Full, Cents ByPolicy, Cents ByProgramme, Cents ByFamily)
{
    /// <summary>The amounts, or null when the day has no tariff. A policy goes before the programme.</summary>
    /// <param name="atMost">What policies pay at most; null when they pay nothing.</param>
    /// <remarks>An indication beforehand: the bill follows the day of each contact, and is rounded per contact.</remarks>
    public static WhatYouPay? Of(IReadOnlyList<OwnContributionRate> rates, DateOnly day, Quarters hours, Cents? atMost, bool waived)
    {
        if (OwnContribution.Of(rates, day, hours).Amount is not { } full)
        {
            return null;
        }

        var policy = Math.Min(full.Value, atMost?.Value ?? 0);
        var rest = full.Value - policy;
        return new(hours, full, new(policy), new(waived ? rest : 0), new(waived ? 0 : rest));
    }

    /// <summary>The hours beside which amounts are shown: the minimum, the basic package by feeding (both when it is not known) and the most.</summary>
    public static IReadOnlyList<Quarters> Choices(LipTerms terms, bool? breastFed) => breastFed switch
    {
        null => [terms.Minimum, terms.BasicBottle, terms.BasicBreast, terms.Most],
        true => [terms.Minimum, terms.BasicBreast, terms.Most],
        false => [terms.Minimum, terms.BasicBottle, terms.Most],
    };
}
