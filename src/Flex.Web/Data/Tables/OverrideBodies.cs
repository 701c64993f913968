using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>The sealed body of <see cref="Act.OverrideAsked"/>.</summary>
internal sealed record OverrideAskedBody(int Pillar, string Outcome, string By, string Reason, string Summary);

/// <summary>The sealed body of <see cref="Act.OverrideJudged"/>.</summary>
internal sealed record OverrideJudgedBody(int Pillar, string Outcome, bool Approved, string By, string Organisation, string? Because)
{
    /// <summary>Whether the request went back because the facts changed.</summary>
    public bool Returned { get; init; }

    /// <summary>What was otherwise than on the day of the request, as the judge read it.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];
}

/// <summary>The sealed body of <see cref="Act.OverrideKept"/>: a request that went back was looked at again and the decision stays.</summary>
internal sealed record OverrideKeptBody(int Pillar, string Outcome, string By, string Because);
