using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>The figures of the Landelijk Indicatieprotocol Kraamzorg, as about ten providers print them; the protocol's own table could not be read.</summary>
public sealed record LipTerms
{
    /// <summary>The smallest package: 24 hours.</summary>
    public Quarters Minimum { get; init; } = new(24 * 4);

    /// <summary>The basic package when bottle-fed: 45 hours.</summary>
    public Quarters BasicBottle { get; init; } = new(45 * 4);

    /// <summary>The basic package when breast-fed: 49 hours.</summary>
    public Quarters BasicBreast { get; init; } = new(49 * 4);

    /// <summary>Days over which the basic package is given, from the day of birth.</summary>
    public int BasicDays { get; init; } = 8;

    /// <summary>Most hours of care to measure: 80.</summary>
    public Quarters Most { get; init; } = new(80 * 4);

    /// <summary>Days over which care to measure is given.</summary>
    public int MostDays { get; init; } = 10;

    /// <summary>Taken off per day in hospital when breast-fed: 6 hours.</summary>
    public Quarters StayBreast { get; init; } = new(24);

    /// <summary>Taken off per day in hospital when bottle-fed: 5.5 hours.</summary>
    public Quarters StayBottle { get; init; } = new(22);

    /// <summary>Less on a day is warned about: 3 hours.</summary>
    public Quarters LeastPerDay { get; init; } = new(12);

    /// <summary>Grounds for more or fewer hours; empty, because no source gives the table.</summary>
    public IReadOnlyList<LipAdjustment> Adjustments { get; init; } = [];
}
