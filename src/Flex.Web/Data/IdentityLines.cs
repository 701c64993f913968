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

    /// <summary>The line of the journal since which name or day of birth of the mother are others; null: never corrected.</summary>
    public Guid? MotherSince { get; init; }

    /// <summary>The same of each child whose day of birth was corrected: the registration that did it.</summary>
    public IReadOnlyDictionary<string, Guid> ChildrenSince { get; init; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    /// <summary>The newest check that counts, or null: not checked, or to be checked again.</summary>
    public IdentityCheckLine? Check(string person) => Checks.LastOrDefault(c => c.Person == person && Counts(c));

    /// <summary>Whether somebody was checked under another name or day of birth, and not since.</summary>
    public bool IsAgain(string person) => Check(person) is null && Checks.Any(c => c.Person == person && IsOfAnother(c));

    /// <summary>Whether a check still says something of who this is: what was verified of a number does not count for another that took its place, and nothing counts for another name or day of birth.</summary>
    public bool Counts(IdentityCheckLine check) =>
        !IsOfAnother(check) && (check.Status != IdentityCodes.Verified || Number(check.Person) is not { ActId: { } mended } || check.Id.CompareTo(mended) > 0);

    /// <summary>Whether name or day of birth were corrected after a check. Ids of the server follow each other in time.</summary>
    public bool IsOfAnother(IdentityCheckLine check) =>
        (check.Person == PersonId.Mother ? MotherSince : ChildrenSince.TryGetValue(check.Person, out var of) ? of : null) is { } since && check.Id.CompareTo(since) < 0;

    /// <summary>These lines with what the registrations of the birth, oldest first, corrected of the children.</summary>
    internal IdentityLines After(IReadOnlyList<BirthLine> births) => this with
    {
        ChildrenSince = (from later in births
                         from child in later.Children
                         where births.FirstOrDefault(b => b.Id == later.Corrects)?.Children.FirstOrDefault(c => c.Number == child.Number) is { } before && before.BornOn != child.BornOn
                         select (Person: PersonId.OfChild(child.Number), later.Id)).GroupBy(c => c.Person, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Id, StringComparer.Ordinal),
    };

    /// <summary>Why there is no BSN; null when there is one, or nobody said why not.</summary>
    public NoBsnLine? Reason(string person) => Number(person) is null ? Reasons.LastOrDefault(r => r.Person == person) : null;
}
