using Flex.Domain.Shared;

namespace Flex.Domain.Programmes;

/// <summary>What holds in the whole country: tariffs, insurers and the factor list; dated and sourced.</summary>
public sealed record National(
    IReadOnlyList<OwnContributionRate> OwnContribution,
    IReadOnlyList<Insurer> Insurers,
    IReadOnlyList<Municipality> Municipalities,
    FactorList Factors)
{
    /// <summary>The groups of insurers in which conditions are written.</summary>
    public IReadOnlyList<InsurerConcern> InsurerConcerns { get; init; } = [];

    /// <summary>Which postcodes lie in which municipality; empty where nobody gave a table.</summary>
    public IReadOnlyList<PostcodeRange> Postcodes { get; init; } = [];

    /// <summary>The texts with which consent is asked; empty where nobody wrote them.</summary>
    public IReadOnlyList<Consents.ConsentTextVersion> Consents { get; init; } = [];

    /// <summary>Which personal data are processed and why; empty where nobody wrote it down.</summary>
    public IReadOnlyList<ProcessingClass> Processing { get; init; } = [];

    /// <summary>Terms, extensions and tariffs of insured kraamzorg; the terms of the law where nobody wrote them.</summary>
    public Funding.KraamzorgRules Kraamzorg { get; init; } = Funding.KraamzorgRules.Law;

    /// <summary>How long data are kept; none when the file says nothing.</summary>
    public IReadOnlyList<RetentionTerm> Terms { get; init; } = [];
}

/// <summary>A group of insurers; "ander" holds the known insurers outside every list.</summary>
public sealed record InsurerConcern(string Code, string Name);

/// <summary>The statutory own contribution for kraamzorg at home per hour, by the day of care.</summary>
/// <param name="Sureness">verified or secondary: how sure the source is.</param>
public sealed record OwnContributionRate(DateRange Period, Cents PerHour, string Sureness, string Source);

/// <summary>One version of the factor list of the Rotterdam definition.</summary>
public sealed record FactorList(string Version, IReadOnlyList<Factor> Factors, string Source)
{
    /// <summary>Which risk and protective factors contradict each other; an inference of ours, not of the definition.</summary>
    public IReadOnlyList<ContradictionPair> Contradictions { get; init; } = [];

    /// <summary>Per factor one plain sentence said to the mother; a factor without one is not named on paper or screen for a family.</summary>
    public IReadOnlyDictionary<string, string> Plain { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A risk (or urgent) factor and a protective factor that do not go together.</summary>
public sealed record ContradictionPair(string Risk, string Protective, ContradictionWeight Weight);

/// <summary>What a contradiction asks.</summary>
public enum ContradictionWeight
{
    /// <summary>Look again; nothing more is asked.</summary>
    Notice,

    /// <summary>Resolve it, or give a reason why both hold.</summary>
    Explain,
}

/// <summary>What a factor does in the weighing.</summary>
public enum FactorKind
{
    /// <summary>An ordinary risk factor.</summary>
    Risk,

    /// <summary>An urgent risk factor: one that is present decides.</summary>
    Urgent,

    /// <summary>A protective factor: for the conversation only; the judgement is never a count.</summary>
    Protective,
}

/// <summary>One factor; a sub-factor names the factor it belongs to in <paramref name="Parent"/>.</summary>
public sealed record Factor(string Code, string Label, FactorKind Kind, string? Parent)
{
    /// <summary>Whose data it is when it is not about the mother: "partner". Null: about her.</summary>
    public string? About { get; init; }
}
