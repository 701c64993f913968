using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>The sealed body of <see cref="Act.OverrideAsked"/>.</summary>
internal sealed record OverrideAskedBody(int Pillar, string Outcome, string By, string Reason, string Summary);

/// <summary>The sealed body of <see cref="Act.OverrideJudged"/>.</summary>
internal sealed record OverrideJudgedBody(int Pillar, string Outcome, bool Approved, string By, string Organisation, string? Because);
