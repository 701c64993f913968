namespace Flex.Domain.Trust;

/// <summary>
/// Who reads and writes a confidential note about a family; what is not said here is refused. A note on (suspected) violence is for the author's discipline unless
/// it was shared explicitly (issue 4 §4; standards.md AC-03), and it rests on no consent. The other classes of data stand in <see cref="AccessPolicy"/>.
/// </summary>
public static class Confidentiality
{
    // To be there with the glass broken, or to be asked in, is to look along.
    private static readonly RelationKind[] OnlyLooks = [RelationKind.Emergency, RelationKind.Invited];

    /// <summary>Whether somebody reads notes of a discipline: the own one, through a relation by which this role reaches the family.</summary>
    /// <param name="sharedWith">The disciplines with which the note was shared.</param>
    public static bool Reads(string role, IReadOnlyCollection<RelationKind> relations, string ofDiscipline, IReadOnlyCollection<string> sharedWith) =>
        Discipline.Of(role) is { } own && relations.Any(AccessPolicy.KindsOf(role).Contains) && (own.Code == ofDiscipline || sharedWith.Contains(own.Code));

    /// <summary>Whether somebody writes a note, or shares one of the own discipline.</summary>
    public static bool Writes(string role, IReadOnlyCollection<RelationKind> relations) =>
        Discipline.Of(role) is not null && relations.Any(r => AccessPolicy.KindsOf(role).Contains(r) && !OnlyLooks.Contains(r));
}
