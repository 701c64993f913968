namespace Flex.Domain.Trust;

/// <summary>The stable codes of relations, as they are stored and shown.</summary>
public static class RelationCodes
{
    private static readonly (RelationKind Kind, string Code, string Words)[] All =
    [
        (RelationKind.Applicant, "aanmelder", "meldde het gezin aan"),
        (RelationKind.Intake, "intake", "beoordeelt de aanvraag en houdt het dossier bij"),
        (RelationKind.Care, "zorg", "geeft de zorg"),
        (RelationKind.Handover, "overdracht", "nam de overdracht aan"),
        (RelationKind.Invited, "uitgenodigd", "is erbij gevraagd"),
        (RelationKind.Emergency, "nood", "opende het dossier met de noodknop"),
    ];

    /// <summary>The code of a relation.</summary>
    public static string CodeOf(RelationKind kind) => All.Single(a => a.Kind == kind).Code;

    /// <summary>What a relation is, in Dutch, to stand after the name of who has it.</summary>
    public static string WordsOf(RelationKind kind) => All.Single(a => a.Kind == kind).Words;

    /// <summary>The relation with this code; throws on a code that does not exist.</summary>
    public static RelationKind Parse(string code) => All.Single(a => a.Code == code).Kind;
}
