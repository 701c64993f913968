using System.Globalization;
using System.Text;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Exports;

/// <summary>One line of the log of a family as it stands in the journal.</summary>
internal sealed record LoggedLine(Guid Id, DateTimeOffset At, Act Act, Actor Actor, string Purpose, Outcome Outcome, EntryContext? Context);

/// <summary>Makes an AuditEvent of a line, after the patterns of IHE BALP: a client, a server and the person; the patient and what was touched.</summary>
internal static class AuditEventOf
{
    private const string Balp = "https://profiles.ihe.net/ITI/BALP/";
    private const string EntityType = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private const string EntityRole = "http://terminology.hl7.org/CodeSystem/object-role";
    private static readonly AuditReference Server = new("Device", new("urn:geboortezorg-flex:component", "flex"), "Geboortezorg Flex");

    public static AuditEvent Line(LoggedLine line, Guid dossier)
    {
        var codes = AuditCodes.Of(line.Act);
        // A profile is claimed where all that it asks is there: it succeeded, and the network of the client is known.
        var claims = codes.Profile is not null && line.Outcome == Outcome.Success && line.Context?.Address is not null;
        return new(
            "AuditEvent", line.Id.ToString(), claims ? new([$"{Balp}StructureDefinition/{codes.Profile}"]) : null, codes.Type, [codes.Subtype],
            ActKinds.ActionOf(line.Act).ToString(), line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), ((short)line.Outcome).ToString(CultureInfo.InvariantCulture),
            [Use(line)], Agents(line), new(line.Actor.Organisation, Server, [new("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server")]), Entities(line, dossier));
    }

    private static AuditCodeable Use(LoggedLine line) => new([new("http://terminology.hl7.org/CodeSystem/v3-ActReason", line.Context?.Use ?? ActKinds.UseOf(line.Act))]);

    // A read flows from the server to the client; everything else from the client to the server.
    private static List<AuditAgent> Agents(LoggedLine line)
    {
        var reads = ActKinds.ClassOf(line.Act) == EventClass.Read;
        AuditCodeable source = new([new(AuditCodes.Dicom, "110153", "Source Role ID")]), destination = new([new(AuditCodes.Dicom, "110152", "Destination Role ID")]);
        return
        [
            new(reads ? destination : source, new(Display: line.Context?.Address ?? "onbekend"), false) { Network = line.Context?.Address is { } from ? new(from, "2") : null },
            new(reads ? source : destination, Server, false) { Network = new("urn:geboortezorg-flex", "5") },
            new(new([new("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient")]), new(Identifier: new("urn:geboortezorg-flex:account", line.Actor.Id)), true)
            {
                Name = line.Context?.Name,
                Role = [new([new("urn:geboortezorg-flex:rol", line.Actor.Role)])],
                PurposeOfUse = [Use(line)],
            },
        ];
    }

    private static List<AuditEntity> Entities(LoggedLine line, Guid dossier)
    {
        var patient = new AuditEntity(new(EntityType, "1", "Person"))
        {
            What = new("Patient", new("urn:geboortezorg-flex:dossier", dossier.ToString())),
            Role = new(EntityRole, "1", "Patient"),
            Detail = line.Context is null ? null : [new("autorisatieprotocol", line.Context.Policy), .. (line.Context.Relations ?? []).Select(r => new AuditDetail("behandelrelatie", r))],
        };
        var touched = ActKinds.ClassOf(line.Act) == EventClass.Query
            ? new AuditEntity(new(EntityType, "2", "System Object")) { Role = new(EntityRole, "24", "Query"), Description = line.Purpose, Query = Convert.ToBase64String(Encoding.UTF8.GetBytes(line.Purpose)) }
            : new AuditEntity(new(EntityType, "2", "System Object"))
            {
                What = new(Identifier: new("urn:geboortezorg-flex:dossier", dossier.ToString())),
                Role = new(EntityRole, "4", "Domain Resource"),
                Description = $"{line.Act}: {line.Purpose}",
            };
        return line.Context?.Trace is { } trace
            ? [patient, touched, new(new(Balp + "CodeSystem/BasicAuditEntityType", "XrequestId")) { What = new(Identifier: new("urn:w3c:trace-id", trace)) }]
            : [patient, touched];
    }
}
