using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Web.Features.CareHours;

/// <summary>The hours of one source, with what is known of their money.</summary>
/// <param name="Known">Whether every line that has a price has a known one; else the sum is of the lines that have.</param>
public sealed record SourceTotal(MoneySource Source, Quarters Hours, Cents Care, bool Known);

/// <summary>The own contribution of one who pays it.</summary>
public sealed record ContributionTotal(ContributionPayer Payer, Quarters Hours, Cents Amount, bool Known);
