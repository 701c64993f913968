namespace Flex.Web.Features.Imports;

/// <summary>What makes a record unreadable as a whole; the reader goes on with the next one.</summary>
internal enum CsvFault
{
    None,
    FieldTooLong,
    NulCharacter,
    TextAfterQuote,
    QuoteNotClosed,
    TooManyFields,
}

/// <summary>One record of a CSV file: the line on which it starts and its fields as written.</summary>
/// <param name="Line">The first line is 1; a quoted field may make a record span more lines.</param>
/// <param name="FaultField">Index of the field in which the fault was found.</param>
internal sealed record CsvRecord(long Line, string[] Fields, CsvFault Fault, int FaultField)
{
    /// <summary>An empty line, or one with separators only as spreadsheets leave behind.</summary>
    public bool IsBlank => Fault == CsvFault.None && Array.TrueForAll(Fields, string.IsNullOrWhiteSpace);
}
