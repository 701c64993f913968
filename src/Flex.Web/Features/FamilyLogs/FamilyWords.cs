using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Log;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.FamilyLogs;

/// <summary>One line as the family reads it.</summary>
public sealed record FamilyLogView(string When, string Organisation, string Role, string What, string Why);

/// <summary>The log of one family in plain words for the family; organisation and role first, no names of employees.</summary>
internal sealed class FamilyWords(ProgrammeNames names)
{
    public FamilyLogView Of(FamilyLogLine line) => new(
        Dutch.Moment(ProgrammeClock.InAmsterdam(line.At)), Organisation(line), RoleOf(line),
        Flex.Domain.Shared.Dutch.Sentence(Enum.TryParse<Act>(line.Act, out var act) ? line.Role == Roles.Gezin && act == Act.FamilyLogRead ? "bekeek dit overzicht" : FamilySentences.Of(act) : "deed iets met uw gegevens") + Times(line) + ".",
        Why(line));

    private string Organisation(FamilyLogLine line) => line.Role == Roles.Gezin ? "Uw gezin" : names.Organisation(line.Organisation) ?? (Roles.Find(line.Role) is null ? "Het programma" : line.Organisation);

    private static string RoleOf(FamilyLogLine line) => line is { Role: Roles.Gezin } ? "Op de eigen bladzijde" + (line.Relative is { } who ? ": " + who : "") : Roles.Find(line.Role)?.Label ?? (line.Role == Data.Addresses.AddressProof.Role ? "Wie u aanmeldde" : "De computer");

    private static string Times(FamilyLogLine line) => (line.Times, line.People) switch
    {
        (1, _) => "",
        (var times, 1) => $", {times} keer op deze dag",
        (var times, var people) => $", {times} keer op deze dag, door {people} mensen",
    };

    private static string Why(FamilyLogLine line) => line switch
    {
        { Refused: true } => "Dit mocht niet. Deze persoon zag niets van u.",
        { Unreadable: true } => "Dit is niet meer te lezen. De privacyfunctionaris kan het nakijken.",
        { Role: Roles.Gezin } => "Het zijn gegevens van uw gezin.",
        { Relations: { Count: > 0 } relations } => Flex.Domain.Shared.Dutch.And([.. relations.Select(r => Reason(RelationCodes.Parse(r)))]) is var why ? $"Deze organisatie {why}." : "",
        _ when Roles.Find(line.Role) is null => "Zo werkt het programma.",
        _ => "Dit hoort bij het werk van deze organisatie.",
    };

    private static string Reason(RelationKind kind) => kind switch
    {
        RelationKind.Applicant => "heeft u aangemeld",
        RelationKind.Intake => "kijkt of u mee kunt doen en houdt uw dossier bij",
        RelationKind.Care => "geeft u zorg",
        RelationKind.Handover => "nam de zorg voor u over",
        RelationKind.Invited => "is erbij gevraagd",
        RelationKind.Emergency => "gebruikte de noodknop",
    };
}
