using Flex.Domain.Births;
using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>What a birth says about days and hours, read once per family.</summary>
/// <param name="Day">Day 1: the day of the child that was born first.</param>
/// <param name="First">The first quarter that begins at or after the birth of that child.</param>
/// <param name="Stillbirth">No child was born alive.</param>
/// <param name="Homecomings">The days on which living children came home from hospital.</param>
internal sealed record DeliveryTime(DateOnly Day, QuarterHour First, bool Stillbirth, bool BreastFed, IReadOnlyList<DateOnly> Homecomings)
{
    public static DeliveryTime? Of(RegisteredBirth? birth) =>
        birth is null || birth.Children.Count == 0 ? null
        : new(birth.BornOn, FirstQuarter(birth), birth.Children.All(c => !c.Live), birth.Feeding is "borst" or "beide",
            [.. birth.Children.Where(c => c.Live).Select(c => c.DischargedOn).OfType<DateOnly>()]);

    // When a time is missing, or the clock never showed it, the whole day is one on which the child was there.
    private static QuarterHour FirstQuarter(RegisteredBirth birth)
    {
        var first = birth.Children.Where(c => c.BornOn == birth.BornOn).ToList();
        var times = first.Select(c => c.BornAt is { } time ? Amsterdam.At(c.BornOn, time) : []).ToList();
        return times.TrueForAll(t => t.Count > 0) ? AtOrAfter(times.Min(t => t[0])) : Amsterdam.FirstOf(birth.BornOn);
    }

    private static QuarterHour AtOrAfter(DateTimeOffset at) => QuarterHour.Beginning(at) ?? QuarterHour.Holding(at).Plus(1);
}
