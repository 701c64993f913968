using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>The days on which a family is admitted to a pillar of the programme.</summary>
public sealed record Admission(int Pillar, DateRange Period);

/// <summary>With whom somebody is insured: the label on the policy, and the concern whose agreements hold.</summary>
public sealed record InsuredWith(string Label, string Concern);
