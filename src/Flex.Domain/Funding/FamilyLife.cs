using Flex.Domain.Births;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Funding;

/// <summary>Everything of one family that decides who pays for its care, dated as it was; the hours themselves apart (<see cref="CareContact"/>).</summary>
/// <remarks>What is not known is absent and never guessed. The order of a list says nothing.</remarks>
public sealed record FamilyLife
{
    /// <summary>The birth; null while the child is not born. Twins are one birth, and the day of the first child starts every clock.</summary>
    public RegisteredBirth? Birth { get; init; }

    /// <summary>Regular hours as indicated.</summary>
    public IReadOnlyList<Indication> Indications { get; init; } = [];

    /// <summary>Hours after the regular days as indicated by exception.</summary>
    public IReadOnlyList<ExtensionIndication> Extensions { get; init; } = [];

    /// <summary>Days of the mother in hospital.</summary>
    public IReadOnlyList<HospitalStay> Stays { get; init; } = [];

    /// <summary>With whom the mother is insured.</summary>
    public IReadOnlyList<Dated<InsuredWith>> Insurers { get; init; } = [];

    /// <summary>Where the family lives: the CBS code (GM0000).</summary>
    public IReadOnlyList<Dated<string>> Municipalities { get; init; } = [];

    /// <summary>Supplementary policies, the first to be asked first.</summary>
    public IReadOnlyList<SupplementaryCover> Covers { get; init; } = [];

    /// <summary>To which pillars the family is admitted.</summary>
    public IReadOnlyList<Admission> Admissions { get; init; } = [];

    /// <summary>The classes of vulnerability still possible.</summary>
    public IReadOnlyList<Dated<ClassSet>> Classes { get; init; } = [];

    /// <summary>The last day of the dossier; null while it is open.</summary>
    public DateOnly? EndedOn { get; init; }
}
