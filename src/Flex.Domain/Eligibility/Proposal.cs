namespace Flex.Domain.Eligibility;

/// <summary>What the rule proposes for one pillar; a professional decides.</summary>
public enum Proposal : byte
{
    /// <summary>A fact is missing: first find out.</summary>
    AskFirst,

    /// <summary>Every condition is met.</summary>
    Admit,

    /// <summary>At least one condition is not met.</summary>
    Refuse,

    /// <summary>Every condition is met but the one on places.</summary>
    WaitForPlace,
}
