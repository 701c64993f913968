using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Days that the mother spent in a hospital or birth centre, both included; each takes hours off what is indicated (LIP).</summary>
/// <remarks>The stay of a child alone takes nothing off: the mother is cared for at home. When the child came home is <see cref="Births.BornChild.DischargedOn"/>.</remarks>
public sealed record HospitalStay(DateRange Days);
