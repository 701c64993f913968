using Flex.Domain.Shared;

namespace Flex.Domain.Programmes;

/// <summary>One programme as its staff wrote it down: everything that differs between regions and years is here, nothing in code.</summary>
public sealed record Programme
{
    /// <summary>The stable code, as in addresses and files.</summary>
    public required string Code { get; init; }

    /// <summary>The name on screen.</summary>
    public required string Name { get; init; }

    /// <summary>One paragraph in plain Dutch: what the programme is and for whom.</summary>
    public required string Description { get; init; }

    /// <summary>True when families can apply (a concept programme is closed).</summary>
    public required bool AcceptsApplications { get; init; }

    /// <summary>True when its dossiers are a synthetic reconstruction: every page, file and figure then says so.</summary>
    public required bool IsReconstruction { get; init; }

    /// <summary>The three periods, never mixed: apply until, care until, inside the evaluation; null only for a concept, which has not decided them.</summary>
    public required ProgrammePeriods? Periods { get; init; }

    /// <summary>Who takes part, with their roles.</summary>
    public required IReadOnlyList<Partner> Partners { get; init; }

    /// <summary>The municipalities that take part.</summary>
    public required IReadOnlyList<Municipality> Municipalities { get; init; }

    /// <summary>Postcodes of which this programme knows the municipality; they go before the national ones.</summary>
    public IReadOnlyList<PostcodeRange> Postcodes { get; init; } = [];

    /// <summary>Kraamzorg providers that the programme knows, with care that was taken over.</summary>
    public required IReadOnlyList<Provider> Providers { get; init; }

    /// <summary>The pillars with their places.</summary>
    public required IReadOnlyList<Pillar> Pillars { get; init; }

    /// <summary>The published versions of the criteria, oldest first; a date that is not known stays unknown; none for a concept.</summary>
    public required IReadOnlyList<CriteriaVersion> Criteria { get; init; }

    /// <summary>The bins in which hours are counted for the factsheet, ascending and without gaps.</summary>
    public required IReadOnlyList<HourBin> HourBins { get; init; }

    /// <summary>The questionnaires, each in every published version.</summary>
    public required IReadOnlyList<Questionnaire> Questionnaires { get; init; }

    /// <summary>The sections of the factsheet in order: which figures, how they are drawn, which text.</summary>
    public required IReadOnlyList<FactsheetSection> Factsheet { get; init; }

    /// <summary>Sourced figures that no dossier yields.</summary>
    public required IReadOnlyList<ReferenceFigure> ReferenceFigures { get; init; }

    /// <summary>Counts below this are not published (disclosure); null until the programme decides.</summary>
    public required int? PublicationThreshold { get; init; }

    /// <summary>Whether a family that nobody asked for consent counts in the evaluation; false unless the programme says with its source that it does.</summary>
    public bool EvaluatesWithoutAnswer { get; init; }

    /// <summary>By when work is done, how long places are kept, whom to call.</summary>
    public WorkRules Work { get; init; } = WorkRules.None;

    /// <summary>
    /// The criteria by which an application of this day is judged, whenever it is decided: the newest applied version that had begun.
    /// A version without a first day holds from the beginning; for a day before every version the oldest holds.
    /// </summary>
    public CriteriaVersion CriteriaOn(DateOnly appliedOn)
    {
        var applied = Criteria.Where(c => c.Applied).OrderBy(c => c.ValidFrom ?? DateOnly.MinValue).ToList();
        return applied.FindLast(c => c.ValidFrom is not { } first || first <= appliedOn) ?? applied[0];
    }

    /// <summary>The organisation that judges applications and keeps the record: the partner with role intake, else the first that gives kraamzorg; null when there is none.</summary>
    public string? Intake => (Partners.FirstOrDefault(p => p.Roles.Contains("intake")) ?? Partners.FirstOrDefault(p => p.Roles.Contains("kraamzorg")))?.Code;

    /// <summary>The pillar with this number; throws when the programme has none.</summary>
    public Pillar Pillar(int number) => Pillars.Single(p => p.Number == number);
}

/// <summary>The three periods of a programme, each inclusive; they answer different questions.</summary>
/// <param name="Applications">Days on which a family can apply.</param>
/// <param name="Care">Days on which care counts for the programme.</param>
/// <param name="Evaluation">A dossier is inside the evaluation when its application lies in this period.</param>
/// <param name="Notes">Where each period comes from, and what of it is an assumption (a source that names only the month).</param>
public sealed record ProgrammePeriods(DateRange Applications, DateRange Care, DateRange Evaluation, IReadOnlyList<SourceNote> Notes);

/// <summary>Where a value comes from; <paramref name="Note"/> says what of it is an assumption, or is null.</summary>
/// <param name="Code">Which value this is about, such as applications.</param>
public sealed record SourceNote(string Code, string Source, string? Note);

/// <summary>An organisation that takes part; <paramref name="Roles"/> are codes such as kraamzorg, verzekeraar, gemeente, jgz.</summary>
public sealed record Partner(string Code, string Name, IReadOnlyList<string> Roles, string Source);

/// <summary>A municipality by its CBS code (GM1234).</summary>
/// <param name="SubRegion">Part of the region, or null when it lies outside the regions that are described.</param>
public sealed record Municipality(string Code, string Name, string? SubRegion, string Source);

/// <summary>A kraamzorg provider; care of another provider may have been taken over from a date on.</summary>
/// <param name="TakenOverBy">Code of the provider that took this one's care over, or null.</param>
/// <param name="TakenOverFrom">First day of that, or null when the day is not known or nothing was taken over.</param>
public sealed record Provider(string Code, string Name, string? TakenOverBy, DateOnly? TakenOverFrom, string Source);

/// <summary>An insurer's label with its UZOVI code (null when not found) and concern.</summary>
public sealed record Insurer(string Label, string? Uzovi, string Concern, string Source);

/// <summary>One pillar: what it offers, and how many families can have it at the same time.</summary>
/// <param name="Places">How many families, or null when that is not decided (a concept; a programme that accepts applications always has a number).</param>
/// <param name="AverageHours">Programme average per family in whole hours (a planning figure, not a cap), or null.</param>
public sealed record Pillar(int Number, string Name, string Description, int? Places, int? AverageHours, string Source)
{
    /// <summary>True when families in this pillar do not pay the own contribution: what it would have been is then shown as information.</summary>
    public bool WaivesOwnContribution { get; init; }

    /// <summary>A plan of more hours is approved by somebody of another organisation first; null: no plan is.</summary>
    public int? ApproveAboveHours { get; init; }

    /// <summary>What it offers in words for families, as letters say it; null when the programme wrote none.</summary>
    public PillarWords? Words { get; init; }
}

/// <summary>A pillar in plain (B1) Dutch for families.</summary>
/// <param name="Name">What she is applied for, to stand after "aangemeld voor".</param>
/// <param name="Explanation">One sentence that says what she gets.</param>
public sealed record PillarWords(string Name, string Explanation);

/// <summary>A bin of the hours chart: from <paramref name="FromQuarters"/> up to but not including <paramref name="BelowQuarters"/> (null: no upper edge), in quarter-hours.</summary>
public sealed record HourBin(string Label, int FromQuarters, int? BelowQuarters);

/// <summary>A figure from a published source, not from dossiers.</summary>
public sealed record ReferenceFigure(string Code, string Label, string Value, string Definition, string Source);
