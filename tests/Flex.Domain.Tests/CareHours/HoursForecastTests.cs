using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.CareHours;

/// <summary>What the average of the programme comes to.</summary>
public sealed class A_forecast_of_hours
{
    [Fact]
    public void Is_not_there_without_families() => Assert.Null(HoursForecast.Of([]));

    [Fact]
    public void Takes_plans_as_they_are_while_no_family_is_done()
    {
        var forecast = HoursForecast.Of([Open(24, 8), Open(30, 0)])!.Value;
        Assert.Equal((4_00, 27_00, null), (forecast.Now, forecast.Expected, forecast.Band));
    }

    [Fact]
    public void Takes_the_share_of_a_plan_that_closed_families_used()
    {
        // Closed: 18 of 24 hours, so three quarters of an open plan of 40 is 30; never less than was used already.
        Assert.Equal(24_00, HoursForecast.Of([Closed(24, 18), Open(40, 0)])!.Value.Expected);
        Assert.Equal(28_00, HoursForecast.Of([Closed(24, 18), Open(40, 38)])!.Value.Expected);
    }

    [Fact]
    public void Says_what_one_more_plan_does() => Assert.Equal(4_00, HoursForecast.Effect([Open(24, 0), Open(24, 0)], Open(36, 0)));

    [Fact]
    public void Has_a_band_only_when_enough_families_are_done()
    {
        var closed = Enumerable.Range(0, HoursForecast.LeastHistory).Select(i => Closed(24, 14 + i)).ToList();
        Assert.Null(HoursForecast.Of([.. closed.Skip(1), Open(24, 0)])!.Value.Band);
        var band = HoursForecast.Of([.. closed, Open(24, 0)])!.Value;
        Assert.InRange(band.Expected, band.Band!.Value.Low + 1, band.Band.Value.High - 1);
        var done = HoursForecast.Of(closed)!.Value;
        Assert.Equal((done.Expected, done.Expected), (done.Band!.Value.Low, done.Band.Value.High));
    }

    [Fact]
    public void Never_expects_less_than_was_used()
    {
        // Closed families used all or nothing of their plans, so a plan says little; but what was used was used.
        var closed = Enumerable.Range(0, 10).Select(i => Closed(24, i % 2 == 0 ? 0 : 48)).ToList();
        var forecast = HoursForecast.Of([.. closed, Open(24, 23)])!.Value;
        Assert.Equal(forecast.Now, forecast.Band!.Value.Low);
        Assert.True(forecast.Band.Value.High > forecast.Expected);
    }

    // Plans that end early, run over or are used as planned: the band must hold what really came of it at least four times in five, and must not be wide for nothing.
    [Fact]
    public void Holds_what_really_came_of_it_in_at_least_four_of_five_programmes()
    {
        var (inside, width) = (0, 0L);
        for (var seed = 0; seed < 1000; seed++)
        {
            var chance = new Random(seed);
            var all = Enumerable.Range(0, 90).Select(_ => Lived(chance)).ToList();
            var known = all.Select((f, i) => i < 30 + (seed % 40) ? f : f with { Used = new(f.Used.Count * chance.Next(100) / 100), Closed = false }).ToList();
            var (forecast, really) = (HoursForecast.Of(known)!.Value, HoursForecast.Of(all)!.Value.Now);
            inside += forecast.Band!.Value.Low <= really && really <= forecast.Band.Value.High ? 1 : 0;
            width += forecast.Band.Value.High - forecast.Band.Value.Low;
        }

        Assert.InRange(inside, 800, 1000);
        Assert.InRange(width / 1000, 1_00, 8_00);
    }

    private static FamilyHours Lived(Random chance)
    {
        var plan = 4 * chance.Next(6, 60);
        return new(new(plan), new(chance.Next(4) switch { 0 => plan / 3, 1 => plan * 5 / 4, _ => plan - chance.Next(plan / 4) }), Closed: true);
    }

    private static FamilyHours Open(int planned, int used) => new(new(planned * 4), new(used * 4), false);

    private static FamilyHours Closed(int planned, int used) => new(new(planned * 4), new(used * 4), true);
}
