using Flex.Domain.Births;

namespace Flex.Web.Data;

/// <summary>A place that the family holds or held; <paramref name="State"/> is a code of <see cref="Domain.Places.PlaceStates"/>.</summary>
public sealed record HeldPlaceLine(Guid Id, int Pillar, string State, DateOnly HeldOn, DateOnly? Until, DateOnly? EndedOn, string? EndedBecause, int? ReturnedQuarters, DateOnly? DoneOn);

/// <summary>One registration of a birth, or a correction of one.</summary>
public sealed record BirthLine(
    Guid Id, Guid? Corrects, DateOnly BornOn, string Place, string Feeding, int? MotherHospitalDays, DateOnly? MotherDischargedOn, DateOnly RegisteredOn, string RegisteredBy, string? Reason, Guid ActId,
    IReadOnlyList<ChildLine> Children)
{
    /// <summary>What was registered.</summary>
    public RegisteredBirth Given => new(Place, Feeding, MotherHospitalDays, MotherDischargedOn, [.. Children.Select(c => new BornChild(c.BornOn, c.BornAt, c.Live, c.HospitalDays, c.DischargedOn))]);
}

/// <summary>One child of a birth; the time is that of the clock in Amsterdam.</summary>
public sealed record ChildLine(int Number, DateOnly BornOn, TimeOnly? BornAt, bool Live, int? HospitalDays, DateOnly? DischargedOn);

/// <summary>How a dossier ended, and whether it was opened again.</summary>
public sealed record EndLine(
    Guid Id, DateOnly EndedOn, string How, string? Because, string? ReceivesCare, string? MayAgree, Guid? MergedInto, string EndedBy, DateOnly? ReopenedOn, string? ReopenedBy, string? ReopenedBecause, Guid ActId)
{
    /// <summary>Whether who looks reaches the dossier that this one went into; its id is shown to nobody else.</summary>
    public bool OtherSeen { get; init; }
}

/// <summary>How the family can safely be reached from a day on; no means: nothing leaves for it.</summary>
public sealed record ContactLine(Guid Id, DateOnly FromDay, IReadOnlyList<string> Means, string? AtMoment, string ReadsAlong);

/// <summary>A pillar that was asked for after the first application.</summary>
public sealed record PillarApplicationLine(int Pillar, DateOnly AppliedOn, string Applicant, string? Question, string? Goal, string? BridgeTo, Guid ActId,
    string Channel, string? ApplicantName, string? ApplicantMail, bool NoNotice);

/// <summary>The provider of kraamzorg over a period.</summary>
public sealed record ProvisionLine(DateOnly First, DateOnly? Last, string Provider);

/// <summary>A decision otherwise than the rule, asked of somebody of another organisation.</summary>
public sealed record OverrideLine(
    Guid Id, int Pillar, Guid Replaces, string Outcome, string Reason, string State, DateOnly RequestedOn, string RequestedBy, DateOnly? JudgedOn, string? JudgedBy, string? JudgedBecause, Guid ActId)
{
    /// <summary>Day on which a request that went back was looked at again and the decision stayed, with who, why and by which act.</summary>
    public DateOnly? KeptOn { get; init; }

    public string? KeptBy { get; init; }

    public string? KeptBecause { get; init; }

    public Guid? KeptAct { get; init; }
}

/// <summary>The family heard about a decision.</summary>
public sealed record ToldLine(Guid DecisionId, DateOnly ToldOn, string ToldBy, string How, Guid ActId);

/// <summary>Insurer, municipality and provider were looked at again; <paramref name="Changed"/> names what had changed.</summary>
public sealed record FactCheckLine(Guid Id, string Occasion, DateOnly CheckedOn, string CheckedBy, IReadOnlyList<string> Changed, DateOnly? JudgedOn, string? JudgedBy, string? JudgedBecause, Guid ActId);

/// <summary>A dossier resembles one that was there before, and what a person said of it; only for who reaches both.</summary>
public sealed record ResemblanceLine(Guid Id, Guid DossierId, Guid Resembles, string Why, DateOnly Since, string? SettledAs, string? SettledBecause, string? SettledBy);

/// <summary>An open piece of work; <paramref name="Kind"/> is a code of <see cref="Domain.Work.WorkKinds"/>.</summary>
/// <param name="Offer">The family waits, is first, and a place is free.</param>
public sealed record OpenWorkLine(string Kind, int Part, string Role, DateOnly Since, DateOnly Until, bool Offer);

/// <summary>Hours of care in one pillar, together: what somebody sees who follows the care from afar.</summary>
public sealed record CareSumLine(int Pillar, DateOnly First, DateOnly Last, int Quarters);
