namespace Flex.Web.Data.Funding;

/// <summary>What was said of cover and bills; codes of <see cref="Domain.CareHours.CoverCodes"/>. Done: who bills was told, or what was paid came back.</summary>
public sealed record AskedRow(Guid Id, string Covered, string BilledBy, long? Paid, int? Pillar, DateOnly SaidOn, string SaidBy, DateOnly? DoneOn, string? DoneBy, string? DoneHow, Guid? DoneEntry);
