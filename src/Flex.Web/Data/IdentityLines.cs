using Flex.Domain.Identities;

namespace Flex.Web.Data;

/// <summary>One check of who somebody is, as it was said.</summary>
public sealed record IdentityCheckLine(Guid Id, string Person, string Status, string? Document, string? DocumentLast, DateOnly CheckedOn, string CheckedBy, Guid ActId);

/// <summary>Why somebody had no BSN, as it was said.</summary>
public sealed record NoBsnLine(string Person, string Reason, DateOnly SaidOn, string SaidBy, Guid ActId);

/// <summary>That a BSN is in the vault, and the act that put or mended it there; null when it came with the application. Never the number.</summary>
public sealed record KnownNumber(string Person, Guid? ActId);

/// <summary>What is known of who the persons of a dossier are, oldest first.</summary>
public sealed record IdentityLines(IReadOnlyList<IdentityCheckLine> Checks, IReadOnlyList<NoBsnLine> Reasons, IReadOnlyList<KnownNumber> Numbers)
{
    public KnownNumber? Number(string person) => Numbers.FirstOrDefault(n => n.Person == person);

    /// <summary>The newest check, or null: not checked. What was verified of a number does not count for another that took its place.</summary>
    public IdentityCheckLine? Check(string person) => Checks.LastOrDefault(c => c.Person == person && Counts(c));

    /// <summary>Whether a check still says something of the number that is there.</summary>
    public bool Counts(IdentityCheckLine check) => check.Status != IdentityCodes.Verified || Number(check.Person) is not { ActId: { } mended } || check.Id.CompareTo(mended) > 0;

    /// <summary>Why there is no BSN; null when there is one, or nobody said why not.</summary>
    public NoBsnLine? Reason(string person) => Number(person) is null ? Reasons.LastOrDefault(r => r.Person == person) : null;
}
