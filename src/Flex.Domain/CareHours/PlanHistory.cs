using System.Numerics;

namespace Flex.Domain.CareHours;

/// <summary>What closed families made of their plans: how much of planned hours was used, and how far single families were off.</summary>
/// <param name="Families">How many.</param>
/// <param name="Used">Quarters used, by those who planned any.</param>
/// <param name="Planned">Quarters planned.</param>
/// <param name="SquaresOff">The sum of squares of what each used otherwise than expected, in quarters.</param>
internal readonly record struct PlanHistory(int Families, long Used, long Planned, BigInteger SquaresOff)
{
    // 1.65 times the standard deviation leaves one chance in ten outside, both sides together.
    private const int NineInTen = 165;
    private const int Hundred = 100;

    public static PlanHistory Of(IEnumerable<FamilyHours> closed)
    {
        var planned = closed.Where(f => f.Planned.Count > 0).ToList();
        var sums = new PlanHistory(planned.Count, planned.Sum(f => (long)f.Used.Count), planned.Sum(f => (long)f.Planned.Count), 0);
        return sums with { SquaresOff = planned.Aggregate(BigInteger.Zero, (sum, f) => sum + BigInteger.Pow(f.Used.Count - sums.Expected(f.Planned.Count), 2)) };
    }

    /// <summary>What a plan comes to, in quarters; all of it while nothing is known.</summary>
    public int Expected(int plan) => Planned == 0 ? plan : (int)(((plan * Used * 2) + Planned) / (2 * Planned));

    /// <summary>How far the sum over open families can be off, in quarters: each of them, and the share itself, which history knows only about.</summary>
    public long Margin(int open, long openPlanned)
    {
        if (Families < 2)
        {
            return 0;
        }

        var each = SquaresOff * open / (Families - 1);
        var share = SquaresOff * Families * openPlanned * openPlanned / ((Families - 1) * BigInteger.Pow(Planned, 2));
        return (long)(Root((each + share) * NineInTen * NineInTen) / Hundred);
    }

    private static BigInteger Root(BigInteger square)
    {
        if (square < 2)
        {
            return square;
        }

        var (low, guess) = (square, (square / 2) + 1);
        while (guess < low)
        {
            (low, guess) = (guess, (guess + (square / guess)) / 2);
        }

        return low;
    }
}
