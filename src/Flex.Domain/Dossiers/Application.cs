using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>One application form (aanvraagformulier) as it was understood; null or empty is "not known".</summary>
public sealed record Application
{
    /// <summary>Day on which the application was received; decides which period holds.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Who applied: a code of <see cref="ApplicationCodes.Applicants"/>.</summary>
    public required string Applicant { get; init; }

    /// <summary>The mother's name as written.</summary>
    public required string MotherName { get; init; }

    /// <summary>The mother's date of birth.</summary>
    public DateOnly? MotherBirthDate { get; init; }

    /// <summary>Her BSN; goes to the vault only.</summary>
    public Bsn? Bsn { get; init; }

    /// <summary>Postcode as 1234AB.</summary>
    public string? Postcode { get; init; }

    /// <summary>CBS code of her municipality, also when it does not take part.</summary>
    public string? Municipality { get; init; }

    /// <summary>The insurer's label as known, or as written when not known.</summary>
    public string? Insurer { get; init; }

    /// <summary>The insurer's concern, or null when the insurer is not known or left empty.</summary>
    public string? InsurerConcern { get; init; }

    /// <summary>Provider code, "ander" for one outside the programme's list, null when left empty.</summary>
    public string? Provider { get; init; }

    /// <summary>Expected date of birth.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Date of birth of the child.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>ja, nee or onbekend.</summary>
    public required string FirstPregnancy { get; init; }

    /// <summary>How many helpers are involved: 0, 1, 2, 3, 4+ or onbekend.</summary>
    public required string Helpers { get; init; }

    /// <summary>The pillars applied for, ascending.</summary>
    public required IReadOnlyList<int> Pillars { get; init; }

    /// <summary>What was said of vulnerability, or null when that part was left empty.</summary>
    public VulnerabilityForm? Vulnerability { get; init; }

    /// <summary>Yearly household income, only where a programme asks it.</summary>
    public Cents? Income { get; init; }

    /// <summary>A remark of the applicant, at most 20,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>Her house number with what follows it, such as 12 or 12A.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>Her telephone number as written.</summary>
    public string? Telephone { get; init; }

    /// <summary>The language she is best spoken to in: a code of <see cref="ContactCodes.Languages"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Whether an interpreter is needed.</summary>
    public bool? Interpreter { get; init; }

    /// <summary>How she can safely be reached; null when nobody asked, and then nothing is sent.</summary>
    public SafeContact? Contact { get; init; }

    /// <summary>How many children she bore before; null when not known.</summary>
    public int? Parity { get; init; }

    /// <summary>Which helpers are involved: codes of <see cref="ApplicationCodes.HelperKinds"/>.</summary>
    public IReadOnlyList<string> HelpersWhich { get; init; } = [];

    /// <summary>Several professionals decided together to apply.</summary>
    public bool Jointly { get; init; }

    /// <summary>How the application came in: a code of <see cref="ApplicationCodes.Channels"/>.</summary>
    public string Channel { get; init; } = ApplicationCodes.ByFile;

    /// <summary>The person who applies and how to reach that person.</summary>
    public ApplicantPerson? ApplicantPerson { get; init; }

    /// <summary>Who has authority and co-decides; only when she is under 18 or has a mentor or curator.</summary>
    public Authority? Authority { get; init; }

    /// <summary>Who agreed to apply: a code of <see cref="AgreementCodes.Agreed"/>.</summary>
    public string? AgreedBy { get; init; }
}

/// <summary>The professional who applies.</summary>
public sealed record ApplicantPerson(string? Name, string? Mail, string? Telephone)
{
    /// <summary>This person said that no notice is wanted; false when there is an address, or nobody asked.</summary>
    public bool NoNotice { get; init; }
}

/// <summary>Who has authority over the mother or represents her, and who decides with her.</summary>
/// <param name="Who">A code of <see cref="AgreementCodes.Authorities"/>.</param>
/// <param name="CoDecides">A code of the same list, or niemand when she decides herself.</param>
/// <param name="Name">The name of who co-decides, or null.</param>
public sealed record Authority(string Who, string CoDecides, string? Name);
