using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Exports;

/// <summary>The codes of an AuditEvent for each class of event: of FHIR R4, of DICOM where that has a better one, and the pattern of IHE BALP that fits.</summary>
/// <param name="Profile">The last part of the name of the BALP profile; null where none is claimed.</param>
internal sealed record AuditCodes(AuditCoding Type, AuditCoding Subtype, string? Profile)
{
    public const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private const string Interaction = "http://hl7.org/fhir/restful-interaction";
    private static readonly AuditCoding Rest = new("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "Restful Operation");

    /// <summary>The codes of an act; what was refused claims no profile, for those describe what succeeded.</summary>
    public static AuditCodes Of(Act act) => ActKinds.ClassOf(act) switch
    {
        _ when act == Act.DossierErased => new(Rest, new(Interaction, "delete", "delete"), null),
        EventClass.Create => new(Rest, new(Interaction, "create", "create"), "IHE.BasicAudit.PatientCreate"),
        EventClass.Read => new(Rest, new(Interaction, "read", "read"), "IHE.BasicAudit.PatientRead"),
        EventClass.Update => new(Rest, new(Interaction, "update", "update"), "IHE.BasicAudit.PatientUpdate"),
        EventClass.Query => new(Rest, new(Interaction, "search", "search"), "IHE.BasicAudit.PatientQuery"),
        EventClass.Export => new(new(Dicom, "110106", "Export"), new(Interaction, "read", "read"), null),
        EventClass.Emergency => new(new(Dicom, "110113", "Security Alert"), new(Dicom, "110127", "Emergency Override Started"), null),
        EventClass.Log => new(new(Dicom, "110101", "Audit Log Used"), new(Interaction, "read", "read"), null),
        _ => new(Rest, new(Interaction, "operation", "operation"), null),
    };
}
