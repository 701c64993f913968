using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>What an hour of care costs whoever pays for it, by the day of care.</summary>
public sealed record CareTariff(TariffKind Kind, DateRange Period, Cents PerHour, string Source)
{
    /// <summary>The tariff of a day, or null when none is known.</summary>
    public static CareTariff? On(IReadOnlyList<CareTariff> tariffs, TariffKind kind, DateOnly day)
    {
        for (var i = 0; i < tariffs.Count; i++)
        {
            if (tariffs[i].Kind == kind && tariffs[i].Period.Contains(day))
            {
                return tariffs[i];
            }
        }

        return null;
    }
}

/// <summary>For which care a tariff is.</summary>
public enum TariffKind
{
    /// <summary>An hour of kraamzorg.</summary>
    Hour,

    /// <summary>An hour of partus assistance.</summary>
    Partus,

    /// <summary>An hour of the programme after regular care.</summary>
    Flexible,
}
