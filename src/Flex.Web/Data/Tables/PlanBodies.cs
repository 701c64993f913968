using Flex.Domain.Plans;

namespace Flex.Web.Data.Tables;

/// <summary>The sealed body of <see cref="Journal.Act.PlanMade"/>.</summary>
/// <param name="Summary">What somebody of another organisation reads; null when nobody has to approve it.</param>
internal sealed record PlanMadeBody(HoursPlan Plan, string? Summary);

/// <summary>The sealed body of <see cref="Journal.Act.PlanJudged"/>.</summary>
internal sealed record PlanJudgedBody(int Pillar, bool Approved, string By, string Organisation, string? Because);
