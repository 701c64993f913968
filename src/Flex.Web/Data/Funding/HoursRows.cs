namespace Flex.Web.Data.Funding;

/// <summary>Hours as indicated; codes of <see cref="Domain.Funding.CareCodes"/>.</summary>
public sealed record IndicationRow(Guid Id, string Kind, int Quarters, DateOnly FromDay, DateOnly? UntilDay, string Method, string ByWhom, string Moment, string? Note, DateOnly SaidOn, string SaidBy);

/// <summary>What the mother wished; null where it was not asked.</summary>
public sealed record WishRow(Guid Id, int? IfPaying, int? NowWanted, string? Reason, DateOnly SaidOn, string SaidBy);

/// <summary>A supplementary policy over a period.</summary>
public sealed record CoverRow(Guid Id, DateOnly First, DateOnly? Last, string Name, bool PaysContribution, long? AtMost, int? LateQuarters, int? LateDays);

/// <summary>A contact, or the correction of one; what was corrected stays.</summary>
public sealed record ContactRow(
    Guid Id, Guid? Replaces, DateTimeOffset Began, int Quarters, string Setting, IReadOnlyList<string> Done, string? Note, string? Signal, bool Together,
    string Caregiver, string Carer, string? Because, DateOnly RegisteredOn, string RegisteredBy);

/// <summary>A decided line as it is stored.</summary>
public sealed record LineRow(
    Guid Id, Guid ContactId, DateTimeOffset Began, int Quarters, DateOnly Day, int? DayNumber, string Source, string Reason, string NotInsured, string ContributionPayer, int? Pillar,
    int CoverNumber, string? Cover, string? Insurer, string? Concern, string? Municipality, long? RatePerHour, DateOnly? RateFrom, DateOnly? RateUntil, string? RateSource, long? Contribution,
    string? TariffKind, long? TariffPerHour, DateOnly? TariffFrom, DateOnly? TariffUntil, string? TariffSource, long? Care, string RuleVersion, DateOnly DecidedOn, DateOnly? WithdrawnOn);
