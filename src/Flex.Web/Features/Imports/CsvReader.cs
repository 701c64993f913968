namespace Flex.Web.Features.Imports;

/// <summary>
/// Reads RFC 4180 records one at a time, whatever the size of the file: quoted fields may hold separators, quotes and
/// line ends. What is too long is passed over, not kept, so that memory does not grow with the file.
/// </summary>
internal sealed class CsvReader
{
    public const int LongestField = 65_536;
    private const int MostFields = 500;
    private const int End = -1;
    private readonly TextReader text;
    private readonly char[] buffer = new char[32_768];
    private readonly char[] field = new char[LongestField];
    private readonly List<string> fields = [];
    private int at;
    private int end;
    private int length;
    private long line = 1;
    private CsvFault fault;
    private int faultField;

    public CsvReader(TextReader text)
    {
        this.text = text;
        Fill();
        Separator = Guess(buffer.AsSpan(0, end));
    }

    /// <summary>Comma or semicolon, whichever the header has more of.</summary>
    public char Separator { get; }

    /// <summary>The next record that is not blank, or null at the end.</summary>
    public CsvRecord? Read()
    {
        while (Peek() != End)
        {
            var record = ReadOne();
            if (!record.IsBlank)
            {
                return record;
            }
        }

        return null;
    }

    private CsvRecord ReadOne()
    {
        var first = line;
        fields.Clear();
        fault = CsvFault.None;
        do
        {
            ReadField();
            Keep();
        }
        while (Took(Separator));
        EndLine();
        return new CsvRecord(first, [.. fields], fault, faultField);
    }

    private void ReadField()
    {
        length = 0;
        if (!Took('"'))
        {
            Plain();
            return;
        }

        Quoted();
        var kept = length;
        Plain();
        if (field.AsSpan(kept, length - kept).ContainsAnyExcept(' ', '\t'))
        {
            Fail(CsvFault.TextAfterQuote);
        }

        length = kept;
    }

    // Up to a separator or line end; a quote in the middle is text.
    private void Plain()
    {
        while (Peek() != End)
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOfAny(Separator, '\r', '\n');
            Append(stop < 0 ? rest : rest[..stop]);
            at += stop < 0 ? rest.Length : stop;
            if (stop >= 0)
            {
                return;
            }
        }
    }

    private void Quoted()
    {
        while (Peek() != End)
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOf('"');
            var part = stop < 0 ? rest : rest[..stop];
            line += part.Count('\n');
            Append(part);
            at += part.Length;
            if (stop >= 0)
            {
                at++;
                if (!Took('"'))
                {
                    return;
                }

                Append("\"");
            }
        }

        Fail(CsvFault.QuoteNotClosed);
    }

    private void Append(ReadOnlySpan<char> part)
    {
        if (part.Contains('\0'))
        {
            Fail(CsvFault.NulCharacter);
        }

        if (length + part.Length > field.Length)
        {
            Fail(CsvFault.FieldTooLong);
            part = part[..(field.Length - length)];
        }

        part.CopyTo(field.AsSpan(length));
        length += part.Length;
    }

    private void Keep()
    {
        if (fields.Count == MostFields)
        {
            Fail(CsvFault.TooManyFields);
            return;
        }

        fields.Add(fault == CsvFault.FieldTooLong && faultField == fields.Count ? "" : new string(field, 0, length));
    }

    // The first fault is told; those after it may follow from it.
    private void Fail(CsvFault found)
    {
        if (fault == CsvFault.None)
        {
            (fault, faultField) = (found, fields.Count);
        }
    }

    private void EndLine()
    {
        var ended = Took('\r');
        if (Took('\n') || ended)
        {
            line++;
        }
    }

    private bool Took(char wanted)
    {
        if (Peek() != wanted)
        {
            return false;
        }

        at++;
        return true;
    }

    private int Peek() => at < end || Fill() ? buffer[at] : End;

    private bool Fill()
    {
        (at, end) = (0, text.Read(buffer));
        return end > 0;
    }

    private static char Guess(ReadOnlySpan<char> start)
    {
        var stop = start.IndexOfAny('\r', '\n');
        var header = stop < 0 ? start : start[..stop];
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }
}
