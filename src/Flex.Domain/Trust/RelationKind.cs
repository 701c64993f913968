namespace Flex.Domain.Trust;

/// <summary>How a professional or an organisation stands to a family (standards.md AC-01); without a relation nobody reaches one.</summary>
public enum RelationKind
{
    /// <summary>Applied for the family.</summary>
    Applicant,

    /// <summary>Judges the application and keeps the record, for the programme.</summary>
    Intake,

    /// <summary>Gives the care, from the day there is a place.</summary>
    Care,

    /// <summary>Accepted the handover.</summary>
    Handover,

    /// <summary>Was asked in by the casemanager.</summary>
    Invited,

    /// <summary>Broke the glass: one person, at most an hour, with a reason.</summary>
    Emergency,
}
