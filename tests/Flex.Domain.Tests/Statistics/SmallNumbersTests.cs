using Flex.Domain.Tests.Support;
using Flex.Domain.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.Statistics;

public sealed class Small_numbers
{
    [Theory]
    [InlineData("82 24 17", 123, "...")]
    [InlineData("82 24 7 3", 116, "..xx")]
    [InlineData("82 24 17 3", 126, "..xx")] // one alone follows from n: the next smallest goes with it
    [InlineData("82 24 0 3", 109, ".x.x")] // a zero protects nothing
    [InlineData("60 2 2", 64, "xxx")] // four together is a small number itself
    [InlineData("98", 100, "x")] // the two who did not are a small number
    [InlineData("60", 133, ".")]
    [InlineData("3 0 0", 3, "xxx")]
    [InlineData("50 10 9", 69, ".xx")] // the threshold itself is shown, were it not needed here
    [InlineData("50 10 10", 70, "...")]
    public void Are_hidden_below_ten(string counts, long n, string expected) =>
        Assert.Equal(expected, Show(SmallNumbers.Hide(Numbers(counts), n, 10)));

    [Fact]
    public void Are_shown_when_the_programme_has_no_threshold() => Assert.Equal("..", Show(SmallNumbers.Hide([1, 2], 3, null)));

    [Fact]
    public void Hide_n_too_when_it_is_the_only_count()
    {
        Assert.True(SmallNumbers.Hide([3], 3, 10).HidesN);
        Assert.False(SmallNumbers.Hide([3, 40], 43, 10).HidesN);
    }

    [Fact]
    public void Cannot_be_computed_from_n_and_what_is_shown() =>
        Check.One(Seeded.Quick.WithMaxTest(3_000), Prop.ForAll(Figures(), f =>
        {
            var (counts, n, threshold) = f;
            var found = SmallNumbers.Hide(counts, n, threshold);
            return found.HidesN || Enumerable.Range(0, counts.Length).Where(i => found.Hidden[i]).All(i => Guesses(f, found, i) > 1);
        }));

    [Fact]
    public void Are_never_shown() =>
        Check.One(Seeded.Quick.WithMaxTest(1_000), Prop.ForAll(Figures(), f =>
        {
            var hidden = SmallNumbers.Hide(f.Counts, f.N, f.Threshold).Hidden;
            return f.Counts.Zip(hidden).All(c => c.Second || c.First == 0 || c.First >= f.Threshold);
        }));

    [Fact]
    public void Hide_nothing_when_there_are_none() =>
        Check.One(Seeded.Quick.WithMaxTest(1_000), Prop.ForAll(Figures(), f =>
            f.Counts.Append(f.N - f.Counts.Sum()).Any(c => c > 0 && c < f.Threshold)
            || SmallNumbers.Hide(f.Counts, f.N, f.Threshold).Hidden.All(h => !h)));

    // The attacker: the hidden cells add up to what is missing from n; each is at least one as long as anything is shown.
    // When the rest (those in no category) may be hidden too, its size is unknown and counts as one more cell.
    private static int Guesses((long[] Counts, long N, int Threshold) figure, Suppression found, int cell)
    {
        var shown = figure.Counts.Where((_, i) => !found.Hidden[i]).ToList();
        var others = found.Hidden.Count(h => h) - 1 + (figure.N > figure.Counts.Sum() ? 1 : 0);
        var least = shown.Count > 0 ? 1 : 0;
        var missing = figure.N - shown.Sum();
        Assert.InRange(figure.Counts[cell], 0, missing);
        var most = missing - (others * least);
        return others == 0 ? 1 : (int)(most - least + 1);
    }

    private static Arbitrary<(long[] Counts, long N, int Threshold)> Figures() =>
        (from size in Gen.Choose(1, 6)
         from counts in Gen.OneOf(Gen.Choose(0, 30), Gen.Choose(0, 2)).ArrayOf(size)
         from rest in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 20))
         from threshold in Gen.Choose(2, 12)
         select (counts.Select(c => (long)c).ToArray(), counts.Sum() + (long)rest, threshold)).ToArbitrary();

    private static string Show(Suppression found) => string.Concat(found.Hidden.Select(h => h ? 'x' : '.'));

    private static long[] Numbers(string text) => [.. text.Split(' ').Select(long.Parse)];
}
