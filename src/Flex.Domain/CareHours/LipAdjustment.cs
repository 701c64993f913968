namespace Flex.Domain.CareHours;

/// <summary>A ground for more or fewer hours.</summary>
/// <param name="Quarters">Quarters of an hour more, or fewer when negative.</param>
public sealed record LipAdjustment(string Code, string Label, int Quarters, string Source);
