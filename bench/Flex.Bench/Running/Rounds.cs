namespace Flex.Bench.Running;

/// <summary>A and B in turn, so that whatever else the machine does falls on both; only ratios within one round are compared.</summary>
internal sealed record Rounds(IReadOnlyList<double> A, IReadOnlyList<double> B)
{
    /// <summary>A of each round divided by B of the same round.</summary>
    public Spread Ratio => Spread.Of(A.Zip(B, (a, b) => a / b));

    public double MedianA => Spread.Of(A).Median;

    public double MedianB => Spread.Of(B).Median;

    /// <summary>Runs one pair that does not count (compiling, filling caches), then A-B-A-B.</summary>
    public static async Task<Rounds> Run(int rounds, Func<Task<double>> a, Func<Task<double>> b, bool warmUp = true)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = warmUp ? -1 : 0; round < rounds; round++)
        {
            var (one, other) = (await a(), await b());
            if (round >= 0)
            {
                first.Add(one);
                second.Add(other);
                Settings.Say(FormattableString.Invariant($"round {round + 1}: A {one:#,0.##}, B {other:#,0.##}, A/B {one / other:0.000}"));
            }
        }

        return new(first, second);
    }

    /// <summary>Rounds of one thing with a bound of its own.</summary>
    public static async Task<Spread> Alone(int rounds, Func<Task<double>> measure)
    {
        await measure();
        var found = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            found.Add(await measure());
        }

        return Spread.Of(found);
    }
}
