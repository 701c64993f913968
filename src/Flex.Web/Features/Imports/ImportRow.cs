using System.Text;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Imports;

/// <summary>One row of a file: the sender's own number and its fields by name.</summary>
internal sealed class ImportRow(CsvRecord record, ImportHeader header)
{
    private const int LongestNumber = 100;

    public long Line => record.Line;

    /// <summary>The sender's own number, or empty.</summary>
    public string Number { get; } = Short(At(record, header, "nummer")?.Trim() ?? "");

    /// <summary>The number as it may be repeated: not when it holds a BSN.</summary>
    public string ShownNumber => Bsn.In(Number) ? RejectsFile.LeftOut : Number;

    /// <summary>The text of a column, or null when the file has none.</summary>
    public string? Field(string column) => At(record, header, column);

    /// <summary>The columns that say something, in the order of the template.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filled() => header.Columns.All
        .Select(c => KeyValuePair.Create(c, Field(c)?.Trim() ?? ""))
        .Where(f => f.Value.Length > 0);

    /// <summary>A keyed hash of what the row says, whatever its encoding, separator or order of columns.</summary>
    public byte[] Content(KeyRing keys, string programme)
    {
        var text = new StringBuilder(programme);
        foreach (var column in header.Columns.All)
        {
            if (Field(column) is { } value && value.AsSpan().Trim() is { Length: > 0 } said)
            {
                text.Append('\u001e').Append(column).Append('\u001f').Append(said);
            }
        }

        return keys.LookUp("import", text.ToString());
    }

    /// <summary>What makes the row unreadable as a whole; empty when it can be read.</summary>
    public IReadOnlyList<Problem> Unreadable => field ??= (Faulty() ?? Numberless()) is { } problem ? [problem] : Misplaced();

    private Problem? Faulty() => record.Fault switch
    {
        CsvFault.None when record.Fields.Length != header.Names.Count =>
            new("", null, $"Deze rij heeft {record.Fields.Length} velden en de kop {header.Names.Count}. Zet tekst met een scheidingsteken tussen aanhalingstekens."),
        CsvFault.None => null,
        CsvFault.FieldTooLong => new(Faulted, null, "Dit veld is langer dan 65.536 tekens. Kort het in."),
        CsvFault.NulCharacter => new(Faulted, null, "In dit veld staat een onleesbaar teken (NUL). Haal het weg."),
        CsvFault.TextAfterQuote => new(Faulted, null, "Na het sluitende aanhalingsteken staat nog tekst. Schrijf een aanhalingsteken binnen een veld dubbel."),
        CsvFault.QuoteNotClosed => new(Faulted, null, "Een aanhalingsteken in deze rij wordt nergens gesloten; ook de rijen erna zijn niet gelezen. Sluit het en lees het bestand opnieuw in."),
        CsvFault.TooManyFields => new("", null, "Deze rij heeft veel te veel velden. Kijk de aanhalingstekens en scheidingstekens na."),
    };

    private Problem? Numberless() =>
        Number.Length == 0 ? new("nummer", null, "Geef deze rij een eigen nummer, dat nooit verandert.")
        : !Bsn.In(Number) && Number.Length > LongestNumber ? new("nummer", Number, $"Dit nummer is te lang: gebruik ten hoogste {LongestNumber} tekens.")
        : null;

    // Of a row with a BSN outside its column nothing is kept, nor looked up: whatever is stored of a row comes after this.
    private Problem[] Misplaced() =>
        [.. header.Columns.All.Where(c => c != "bsn" && Bsn.In(Field(c))).Select(c => new Problem(c, null, Bsn.Misplaced))];

    private string Faulted => record.FaultField < header.Names.Count ? header.Names[record.FaultField] : "";

    private static string? At(CsvRecord record, ImportHeader header, string column) =>
        header.Place(column) is { } place && place < record.Fields.Length ? record.Fields[place] : null;

    private static string Short(string text) => text.Length > LongestNumber ? text[..LongestNumber] + "…" : text;
}
