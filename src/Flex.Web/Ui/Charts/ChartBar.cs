namespace Flex.Web.Ui.Charts;

/// <summary>One figure of a chart. Share is a part of one (0.298); a suppressed figure carries no numbers to show.</summary>
public sealed record ChartBar(string Label, long? Count, decimal? Share, bool Suppressed = false)
{
    internal string CountText => Suppressed ? Dutch.Withheld : Count is { } count ? Dutch.Number(count) : "–";

    // A share of a known total gives the suppressed count away, so that both stay hidden.
    internal string ShareText => !Suppressed && Share is { } share ? Dutch.Percent(share) : "–";

    /// <summary>Count and share in one line: "39 (29,8 %)".</summary>
    internal string Text => (Suppressed, Count, Share) switch
    {
        (true, _, _) => Dutch.Withheld,
        (_, null, null) => "–",
        (_, null, { } share) => Dutch.Percent(share),
        (_, { } count, null) => Dutch.Number(count),
        (_, { } count, { } share) => $"{Dutch.Number(count)} ({Dutch.Percent(share)})",
    };
}

/// <summary>One bar made of parts, such as a statement with its answers ja, soms and nee.</summary>
public sealed record StackedBar(string Label, IReadOnlyList<ChartBar> Parts);
