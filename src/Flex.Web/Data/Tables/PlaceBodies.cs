namespace Flex.Web.Data.Tables;

/// <summary>The sealed body of what was done about a place; the act tells a form that was sent twice from another one.</summary>
/// <param name="Step">A code of <see cref="Domain.Places.PlaceSteps"/>.</param>
/// <param name="AskedBy">A code of <see cref="Domain.Places.ReleaseGrounds"/>; null for another step, and before it was asked.</param>
internal sealed record PlaceBody(Guid Act, int Pillar, string Step, string By, DateOnly? Until, string? Because, string? AskedBy = null);

/// <summary>The sealed body of <see cref="Journal.Act.PlaceLapsed"/>.</summary>
internal sealed record LapsedBody(int Pillar, bool Offered, DateOnly Until);
