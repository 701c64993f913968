namespace Flex.Web.Data.Programmes;

/// <summary>One thing that is wrong, or almost wrong, in a programme file: where it stands and what its author can do.</summary>
internal sealed record Finding(string File, int Line, int Column, string Problem, string WhatToDo)
{
    public override string ToString() => $"{File}, regel {Line}, kolom {Column}: {Problem} {WhatToDo}";
}

/// <summary>What was found in a whole programme folder; reading goes on after a mistake, so that all of them are told at once.</summary>
internal sealed class Findings
{
    public List<Finding> Errors { get; } = [];

    public List<Finding> Warnings { get; } = [];

    public void Add(string file, int line, int column, string problem, string whatToDo) =>
        Errors.Add(new Finding(file, line, column, problem, whatToDo));
}

/// <summary>Thrown when the programme folder cannot be used; it carries every finding.</summary>
internal sealed class ProgrammeFileException(IReadOnlyList<Finding> findings)
    : Exception("De programmabestanden kloppen niet:" + string.Concat(findings.Select(f => Environment.NewLine + f)))
{
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
