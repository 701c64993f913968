namespace Flex.Bench.Running;

/// <summary>Median and quartiles of the rounds of one run.</summary>
internal readonly record struct Spread(double Median, double Low, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(At(sorted, 0.5), At(sorted, 0.25), At(sorted, 0.75));
    }

    private static double At(double[] sorted, double part)
    {
        var place = part * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}

/// <summary>What is promised: at least or at most a value.</summary>
internal sealed record Bound(double Value, bool AtLeast)
{
    public static Bound Least(double value) => new(value, true);

    public static Bound Most(double value) => new(value, false);

    /// <summary>Held or missed when the quartiles agree, unclear when they stand on both sides.</summary>
    public string Verdict(Spread found)
    {
        var (low, high) = (Holds(found.Low), Holds(found.High));
        return low && high ? "gehouden" : !low && !high ? "gemist" : "onduidelijk";
    }

    private bool Holds(double value) => AtLeast ? value >= Value : value <= Value;
}
