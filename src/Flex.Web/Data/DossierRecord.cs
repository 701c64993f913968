using Flex.Domain.CareHours;
using Flex.Domain.Trust;
using Flex.Domain.Vulnerability;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>Everything of one dossier that a related professional sees, as it was at one moment.</summary>
public sealed record DossierRecord(
    DossierHead Head,
    IReadOnlyList<PeriodLine> Residences,
    IReadOnlyList<PeriodLine> Insurances,
    IReadOnlyList<AssessmentLine> Assessments,
    IReadOnlyList<DecisionLine> Decisions,
    IReadOnlyList<CareLine> Care,
    IReadOnlyList<ResponseLine> Responses,
    IReadOnlyList<PlaceLine> Places,
    DossierLife Life)
{
    /// <summary>How much of each class of data who looks sees; what is not seen is not in this record.</summary>
    public required Sights Sights { get; init; }

    /// <summary>The municipality that holds on a day, or null.</summary>
    public string? MunicipalityOn(DateOnly day) => Residences.FirstOrDefault(r => r.Contains(day))?.Value;

    /// <summary>The postcode that holds on a day: what was confirmed since, else what the application said.</summary>
    public string? PostcodeOn(DateOnly day) => Residences.FirstOrDefault(r => r.Contains(day)) is { Detail: { } moved } ? moved : Residences.Any(r => r.Detail is not null && r.First <= day) ? null : Head.Postcode;

    /// <summary>The postcode of where she lives now, for telling families apart.</summary>
    public string? PostcodeNow => PostcodeOn(DateOnly.MaxValue);

    /// <summary>The insurer that holds on a day, or null.</summary>
    public PeriodLine? InsurerOn(DateOnly day) => Insurances.FirstOrDefault(r => r.Contains(day));

    /// <summary>The newest assessment, or null when nothing was assessed.</summary>
    public AssessmentLine? Assessment => Assessments.LastOrDefault();

    /// <summary>The decision about a pillar that counts now: the one that no other replaces.</summary>
    public DecisionLine? Decision(int pillar) => Decisions.FirstOrDefault(d => d.Pillar == pillar && Decisions.All(n => n.Replaces != d.Id));

    /// <summary>The pillars to which the family is admitted now, ascending.</summary>
    public IReadOnlyList<int> Admitted => [.. Decisions.Where(d => d.Outcome == Tables.NewDecision.Admitted && Decision(d.Pillar) == d).Select(d => d.Pillar).Order()];

    /// <summary>The pillars in which the family, admitted, has or should have a place: not those that are done.</summary>
    public IReadOnlyList<int> WithPlace => [.. Admitted.Where(p => Life.LastPlace(p)?.DoneOn is null)];

    /// <summary>Day of birth of the (first) child: what was registered, else what the application said; null before birth.</summary>
    public DateOnly? BornOn => Life.Birth?.BornOn ?? Head.BirthDate;

    /// <summary>Care so long before the birth that one of the two days is mistaken, oldest first.</summary>
    public IEnumerable<CareLine> CareBeforeBirth => Care.Where(c => CareText.IsBeforeBirth(c.Day, BornOn)).OrderBy(c => c.Day);

    /// <summary>Whether who looks sees the factors behind the class, and can weigh them again.</summary>
    public bool ShowsFactors => Sights.ShowsFactors(Head.IsOwn);

    /// <summary>The provider that holds on a day: what was confirmed since, else what the application said.</summary>
    public string? ProviderOn(DateOnly day) => Life.Provisions.FirstOrDefault(p => day >= p.First && (p.Last is not { } last || day <= last))?.Provider ?? Head.Provider;

    /// <summary>Whether somebody must still say if this family has another dossier; nothing is decided before that.</summary>
    public bool IsInDoubt => Life.Resemblances.Any(r => r.DossierId == Head.Id && r.SettledAs is null);

    /// <summary>The persons of this dossier by their codes: the mother and every child that was born alive.</summary>
    public IReadOnlyList<string> Persons => [Domain.Identities.PersonId.Mother, .. Life.Birth?.Children.Where(c => c.Live).Select(c => Domain.Identities.PersonId.OfChild(c.Number)) ?? []];

    /// <summary>The day of application for a pillar.</summary>
    public DateOnly AppliedOn(int pillar) => Life.Applications.FirstOrDefault(a => a.Pillar == pillar)?.AppliedOn ?? Head.ReceivedOn;
}

/// <summary>The dossier, the mother and the application.</summary>
public sealed record DossierHead(
    Guid Id, string Programme, string Organisation, string Mother, DateOnly? MotherBirthDate, string? Postcode, DateOnly ReceivedOn, string Applicant, string Helpers,
    string FirstPregnancy, DateOnly? DueDate, DateOnly? BirthDate, string? Provider, int[] Pillars, long? IncomeCents, string? Note)
{
    /// <summary>The number by which people speak of this dossier.</summary>
    public int Number { get; init; }

    /// <summary>The act that corrected the mother last; null as she was applied for.</summary>
    public Guid? MotherAct { get; init; }

    /// <summary>Whether who looks works where the family was applied for.</summary>
    public bool IsOwn => Relations.Contains(RelationKind.Applicant);

    /// <summary>How the application came in: aanmelder, telefoon, zonder-account or bestand.</summary>
    public string Channel { get; init; } = "bestand";

    /// <summary>Where the applicant hears that something changed; null: not by mail.</summary>
    public string? ApplicantMail { get; init; }

    /// <summary>How her address is shielded, a code of <see cref="AddressShield.Kinds"/>; null when it is not.</summary>
    public string? Shield { get; init; }

    /// <summary>How who looks stands to this family.</summary>
    public IReadOnlyList<RelationKind> Relations { get; init; } = [];

    /// <summary>Whether who looks may do nothing here: there is no relation but the broken glass, or being asked in to look along.</summary>
    public bool OnlyLooks => Relations.Count > 0 && Relations.All(r => r is RelationKind.Emergency or RelationKind.Invited);

    /// <summary>Until when who looks has the glass broken; null when this person did not.</summary>
    public DateTimeOffset? EmergencyUntil { get; init; }

    /// <summary>What else the application said.</summary>
    public ApplicationSaid Said { get; init; } = ApplicationSaid.Nothing;
}

/// <summary>A value over a period; the last day is null while it holds. <paramref name="Detail"/> is the concern of an insurer.</summary>
public sealed record PeriodLine(DateOnly First, DateOnly? Last, string? Value, string? Detail)
{
    public bool Contains(DateOnly day) => day >= First && (Last is not { } last || day <= last);
}

/// <summary>One assessment with the state of each factor that was answered.</summary>
public sealed record AssessmentLine(
    Guid Id, DateOnly On, string By, string Judgement, string Class, int Possible, int? FactorCount, string RuleVersion, string FactorList, IReadOnlyList<(string Factor, string State, bool Leaf)> Factors)
{
    /// <summary>The class that a professional set with a reason, or null.</summary>
    public string? SetClass { get; init; }

    public string? SetBecause { get; init; }

    public string? ContradictionBecause { get; init; }

    /// <summary>The act that weighed again; null when it came with the application.</summary>
    public Guid? ActId { get; init; }

    /// <summary>The classes that count: the one that was set, else those that the factors leave possible.</summary>
    public ClassSet Counts => ClassCodes.Parse(SetClass) ?? (ClassSet)Possible;
}

public sealed record DecisionLine(Guid Id, int Pillar, string Outcome, string Proposal, DateOnly On, string By, string? Reason, string CriteriaVersion, byte[] SealedFacts, Guid ActId)
{
    /// <summary>The decision that this one replaced, or null for the first.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>besluit, afwijking, van-wachtlijst or vervallen.</summary>
    public string Kind { get; init; } = "besluit";

    public string? ApprovedBy { get; init; }

    public string RuleVersion { get; init; } = "";
}

public sealed record CareLine(Guid Id, int Pillar, DateOnly Day, int Quarters, string Caregiver, string? Note, Guid ActId)
{
    /// <summary>What was registered.</summary>
    public CareGiven Given => new(Pillar, Day, new(Quarters), Caregiver, Note);
}

/// <summary>A questionnaire that was begun or finished: how many answers it has, never which.</summary>
public sealed record ResponseLine(string Questionnaire, string Version, DateOnly FilledOn, int Answers, bool Finished);

public sealed record PlaceLine(int Pillar, int Capacity, int Taken)
{
    public int Left => Capacity - Taken;

    /// <summary>Families that wait for a place in this pillar and have none offered; asked for a dossier only.</summary>
    public int Waiting { get; init; }

    /// <summary>Left for a family that does not wait yet: a free place for which somebody stands in line is not.</summary>
    public int LeftBesideLine => Math.Max(0, Left - Waiting);
}

/// <summary>One journal line of the dossier; the body is opened with the dossier's key when it is shown.</summary>
internal sealed record HistoryLine(Guid Id, DateTimeOffset At, string Act, string Actor, string Role, string Organisation, DateOnly EffectiveDay, byte[]? Body);

/// <summary>What was done with a dossier, newest first, and the key that opens it; <paramref name="Older"/> is behind which line older ones begin, if there are.</summary>
internal sealed record DossierHistory(DossierHead Head, DossierKey Key, IReadOnlyList<HistoryLine> Lines, HistoryKey? Older);

/// <summary>A dossier that was opened to act on: what was read, its key and the unit of work in which the act is saved.</summary>
internal sealed record DossierInHand(DossierRecord Record, DossierKey Key, Work Work) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Work.DisposeAsync();
}
