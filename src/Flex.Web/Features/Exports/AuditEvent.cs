using System.Text.Json.Serialization;

namespace Flex.Web.Features.Exports;

/// <summary>A FHIR R4 AuditEvent (4.0.1), as far as the log fills it.</summary>
internal sealed record AuditEvent(
    string ResourceType, string Id, AuditMeta? Meta, AuditCoding Type, IReadOnlyList<AuditCoding> Subtype, string Action, string Recorded, string Outcome,
    IReadOnlyList<AuditCodeable> PurposeOfEvent, IReadOnlyList<AuditAgent> Agent, AuditSource Source, IReadOnlyList<AuditEntity> Entity);

internal sealed record AuditMeta(IReadOnlyList<string> Profile);

internal sealed record AuditCoding(string System, string Code, string? Display = null);

internal sealed record AuditCodeable(IReadOnlyList<AuditCoding> Coding);

internal sealed record AuditIdentifier(string System, string Value);

internal sealed record AuditReference(string? Type = null, AuditIdentifier? Identifier = null, string? Display = null);

internal sealed record AuditNetwork(string Address, string Type);

internal sealed record AuditAgent(AuditCodeable Type, AuditReference Who, bool Requestor)
{
    public IReadOnlyList<AuditCodeable>? Role { get; init; }

    public string? Name { get; init; }

    public AuditNetwork? Network { get; init; }

    public IReadOnlyList<AuditCodeable>? PurposeOfUse { get; init; }
}

internal sealed record AuditSource(string Site, AuditReference Observer, IReadOnlyList<AuditCoding> Type);

internal sealed record AuditDetail(string Type, string ValueString);

internal sealed record AuditEntity(AuditCoding Type)
{
    public AuditReference? What { get; init; }

    public AuditCoding? Role { get; init; }

    public string? Description { get; init; }

    public string? Query { get; init; }

    public IReadOnlyList<AuditDetail>? Detail { get; init; }
}

/// <summary>How it is written: names as FHIR has them, nothing that is null; generated, so that nothing is written by accident.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEvent))]
internal sealed partial class AuditEventJson : JsonSerializerContext;
