using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>The bins of the hours chart: every amount of care above zero lies in exactly one, no care lies in none.</summary>
/// <remarks>
/// The published labels are whole hours; the edges that go with them are stated here. "1–4" is more than 0 and less than
/// 5 hours (quarters 1 to 19), "5–10" is 5 up to but not including 11 hours (20 to 43), and so on; "61+" is 61 hours and more.
/// </remarks>
public static class HourBins
{
    /// <summary>The bin of an amount of care in quarter-hours, or null for no care.</summary>
    public static HourBin? BinOf(Quarters care, IReadOnlyList<HourBin> bins)
    {
        foreach (var bin in bins)
        {
            if (care.Count >= bin.FromQuarters && (bin.BelowQuarters is not { } below || care.Count < below))
            {
                return bin;
            }
        }

        return null;
    }

    /// <summary>The first thing wrong with the bins, or null: they begin above zero, join without gap or overlap, and the last is open.</summary>
    public static HourBinsProblem? Check(IReadOnlyList<HourBin> bins)
    {
        int? edge = 1;
        foreach (var bin in bins)
        {
            if (Problem(edge, bin, first: ReferenceEquals(bin, bins[0])) is { } problem)
            {
                return problem;
            }

            edge = bin.BelowQuarters;
        }

        return bins.Count == 0 ? HourBinsProblem.NoBins : edge is null ? null : HourBinsProblem.LastNotOpen;
    }

    private static HourBinsProblem? Problem(int? edge, HourBin bin, bool first) =>
        edge is not { } from ? HourBinsProblem.OpenBeforeLast
        : first && bin.FromQuarters != from ? HourBinsProblem.FirstNotAtOneQuarter
        : bin.FromQuarters > from ? HourBinsProblem.Gap
        : bin.FromQuarters < from ? HourBinsProblem.Overlap
        : bin.BelowQuarters <= bin.FromQuarters ? HourBinsProblem.EmptyBin
        : null;
}

/// <summary>What can be wrong with the bins of a programme.</summary>
public enum HourBinsProblem
{
    /// <summary>There are none.</summary>
    NoBins,

    /// <summary>The first bin does not begin at the first quarter of an hour above zero.</summary>
    FirstNotAtOneQuarter,

    /// <summary>Some hours lie between two bins.</summary>
    Gap,

    /// <summary>Some hours lie in two bins, or the bins do not ascend.</summary>
    Overlap,

    /// <summary>A bin ends where it begins, or before.</summary>
    EmptyBin,

    /// <summary>A bin without an upper edge is not the last.</summary>
    OpenBeforeLast,

    /// <summary>The last bin has an upper edge, so many hours lie in none.</summary>
    LastNotOpen,
}
