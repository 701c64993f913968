namespace Flex.Domain.Programmes;

/// <summary>One section of a factsheet: a heading with figures and versioned text.</summary>
public sealed record FactsheetSection(string Code, string Title, IReadOnlyList<FactsheetFigure> Figures, IReadOnlyList<TextBlock> Texts);

/// <summary>How one indicator is drawn. <paramref name="Invented"/> says what of this figure the reconstruction invented, or null.</summary>
/// <param name="Code">The figure's code in page and JSON.</param>
/// <param name="Indicator">Name of the indicator file (without .sql) that computes it.</param>
/// <param name="Parameters">Named text parameters of the query, such as item=werk.</param>
/// <param name="Chart">bars, stacked, columns or share.</param>
/// <param name="Categories">Codes and labels in the order in which they are shown; every code the query may return.</param>
public sealed record FactsheetFigure(
    string Code,
    string Indicator,
    string Label,
    IReadOnlyDictionary<string, string> Parameters,
    string Chart,
    IReadOnlyList<AnswerOption> Categories,
    string? Invented);

/// <summary>A text of the factsheet with its version and source.</summary>
public sealed record TextBlock(string Code, string Version, string Text, string Source);
