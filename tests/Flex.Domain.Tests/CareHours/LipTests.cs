using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.CareHours;

/// <summary>Hours by the national protocol.</summary>
public sealed class An_indication_by_the_protocol
{
    private static readonly LipTerms Terms = new()
    {
        Adjustments = [new("meer", "meer", 60, "test"), new("veel", "veel", 200, "test"), new("minder", "minder", -120, "test")],
    };

    [Theory]
    [InlineData(false, "", 0, 45, 45, 8, false)]
    [InlineData(true, "", 0, 49, 49, 8, false)]
    [InlineData(false, "meer", 0, 60, 60, 10, false)]
    [InlineData(true, "veel", 0, 80, 80, 10, true)]
    [InlineData(false, "minder", 0, 24, 24, 8, true)]
    [InlineData(false, "", 4, 45, 23, 8, false)]
    [InlineData(true, "", 4, 49, 25, 8, false)]
    [InlineData(false, "", 9, 45, 0, 8, false)]
    public void Is_the_basic_package_with_its_grounds_within_bounds_less_days_in_hospital(bool breast, string grounds, int stay, int package, int hours, int days, bool bounded) =>
        Assert.Equal(new(new(package * 4), new(hours * 4), days, bounded), LipProposal.Of(Terms, breast, grounds.Split('|', StringSplitOptions.RemoveEmptyEntries), stay));

    [Fact]
    public void Takes_off_half_hours_exactly() => Assert.Equal(new Quarters(158), LipProposal.Of(Terms, false, [], 1).Hours);

    [Fact]
    public void Counts_a_ground_once() => Assert.Equal(new Quarters(240), LipProposal.Of(Terms, false, ["meer", "meer"], 0).Hours);

    [Fact]
    public void Knows_no_ground_that_no_source_gives()
    {
        Assert.Empty(new LipTerms().Adjustments);
        Assert.Throws<InvalidOperationException>(() => LipProposal.Of(new(), false, ["keizersnede"], 0));
    }

    [Fact]
    public void Warns_of_days_with_less_than_three_hours_and_adds_nothing()
    {
        var day = new DateOnly(2024, 3, 5);
        Assert.Equal([day, day.AddDays(2)], LipProposal.ThinDays(Terms, [(day.AddDays(2), new(8)), (day, new(11)), (day.AddDays(1), new(8)), (day.AddDays(1), new(4)), (day.AddDays(3), default)]));
    }

    [Theory]
    [InlineData(20, 45, 25 * 4)]
    [InlineData(20, 0, -20 * 4)]
    [InlineData(0, 0, 0)]
    [InlineData(null, 45, null)]
    public void Stands_beside_what_she_wants_with_and_without_paying(int? paying, int? now, int? effect) =>
        Assert.Equal(effect, new HoursWish(Of(paying), Of(now), "te duur").Effect);

    private static Quarters? Of(int? hours) => hours is { } known ? new Quarters(known * 4) : null;
}
