namespace Flex.Domain.Programmes;

/// <summary>How long data of a kind are kept, in whole years; where the term comes from stands in the programme's file.</summary>
public sealed record RetentionTerm(string Code, int Years)
{
    /// <summary>A dossier, after its last change.</summary>
    public const string Dossier = "dossier";

    /// <summary>A dossier of a family that was never admitted, after its last change.</summary>
    public const string NotAdmitted = "niet-toegelaten";
}
