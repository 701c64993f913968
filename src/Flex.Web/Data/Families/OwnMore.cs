using System.Text.Json;

namespace Flex.Web.Data.Families;

/// <summary>What is read beside decisions, hours, answers and consents, in one answer of the database.</summary>
/// <param name="Mother">Whether the mother signed in.</param>
/// <param name="Parent">Whether the other parent with authority signed in.</param>
/// <param name="Application">Rows as they are stored, by column.</param>
/// <param name="Later">Applications for a further pillar, by column.</param>
/// <param name="Said">What the other parent answered for the child.</param>
public sealed record OwnMore(
    bool Mother, bool Parent, IReadOnlyList<JsonElement>? Application, IReadOnlyList<JsonElement>? Later, OwnWeighing? Weighed, IReadOnlyList<OwnCopy>? Copies, IReadOnlyList<OwnSaid>? Said)
{
    internal static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}

/// <summary>The newest weighing, with the factors that are hers.</summary>
/// <param name="Possible">The classes still possible, as bits.</param>
public sealed record OwnWeighing(DateOnly AssessedOn, string Judgement, int Possible, string? SetClass, IReadOnlyList<OwnFactor> Factors);

/// <summary>One factor that was answered.</summary>
public sealed record OwnFactor(string Factor, string State);

/// <summary>A part of a copy that was released and may be read here.</summary>
public sealed record OwnCopy(Guid Id, string Part, DateOnly ReleasedOn);

/// <summary>An answer about consent.</summary>
public sealed record OwnSaid(string Subject, string Answer, DateOnly SaidOn);
