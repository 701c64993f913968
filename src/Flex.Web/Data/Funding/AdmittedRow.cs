namespace Flex.Web.Data.Funding;

/// <summary>A decision about a pillar; one that another followed holds until then.</summary>
public sealed record AdmittedRow(int Pillar, string Outcome, DateOnly DecidedOn);

/// <summary>The day on which a family was done with a pillar.</summary>
public sealed record DoneRow(int Pillar, DateOnly DoneOn);

/// <summary>The classes that an assessment leaves possible, or the one that was set.</summary>
public sealed record ClassRow(DateOnly AssessedOn, int Possible, string? SetClass);
