namespace Flex.Web.Data.Duplicates;

/// <summary>One thing to compare: what the new application says, and what the dossier says.</summary>
public sealed record ComparedLine(string Label, string? Waiting, string? Dossier)
{
    /// <summary>gelijk, verschilt, or niet te vergelijken when one of the two is not known.</summary>
    public string Verdict => Waiting is null || Dossier is null ? "niet te vergelijken" : IsSame ? "gelijk" : "verschilt";

    public bool IsSame => Waiting is not null && string.Equals(Waiting, Dossier, StringComparison.OrdinalIgnoreCase);
}
