using Flex.Domain.Funding;
using Flex.Web.Data.Funding;

namespace Flex.Web.Features.CareHours;

/// <summary>A stored line beside what it says.</summary>
public sealed record HoursLine(LineRow Row, PayerLine Said);
