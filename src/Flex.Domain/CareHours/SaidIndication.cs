using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>An indication as typed, with what the mother wishes. Codes are those of <see cref="CareCodes"/>.</summary>
/// <param name="Until">The last day of an extension; null for regular hours.</param>
/// <param name="Wish">Null when neither was asked.</param>
public sealed record SaidIndication(string Kind, Quarters Hours, DateOnly From, DateOnly? Until, string Method, string By, string Moment, string? Note, HoursWish? Wish);
