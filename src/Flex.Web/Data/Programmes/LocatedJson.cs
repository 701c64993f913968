using System.Text;
using System.Text.Json;

namespace Flex.Web.Data.Programmes;

internal enum LocatedKind
{
    Object,
    List,
    Text,
    Number,
    Truth,
    Null,
}

/// <summary>A JSON value that knows where it stands; line and column start at 1.</summary>
internal sealed record Located(LocatedKind Kind, int Line, int Column, string Text)
{
    public List<LocatedMember> Members { get; } = [];

    public List<Located> Items { get; } = [];
}

internal sealed record LocatedMember(string Name, int Line, int Column, Located Value);

/// <summary>Reads JSON with the place of every value, because JsonDocument forgets places and programme staff need them.</summary>
internal sealed class LocatedJson
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly byte[] bytes;
    private readonly string file;
    private readonly Findings findings;
    private readonly List<int> lineStarts = [0];

    private LocatedJson(byte[] bytes, string file, Findings findings)
    {
        this.bytes = bytes;
        this.file = file;
        this.findings = findings;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n')
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>The object in the file, or null with a finding when it is not one.</summary>
    public static LocatedObject? Read(string path, string file, Findings findings) => Read(File.ReadAllBytes(path), file, findings);

    /// <summary>The object in the bytes of a file.</summary>
    public static LocatedObject? Read(byte[] raw, string file, Findings findings)
    {
        var text = raw.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? raw[Encoding.UTF8.Preamble.Length..] : raw;
        return new LocatedJson(text, file, findings).Whole();
    }

    private LocatedObject? Whole()
    {
        try
        {
            Strict.GetCharCount(bytes);
            var reader = new Utf8JsonReader(bytes);
            reader.Read();
            var value = Value(ref reader);
            reader.Read();
            if (value.Kind == LocatedKind.Object)
            {
                return new LocatedObject(value, file, findings);
            }

            findings.Add(file, value.Line, value.Column, "Het bestand begint niet met een accolade.", "Zet de inhoud tussen { en }.");
        }
        catch (JsonException broken)
        {
            findings.Add(file, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, "Dit is geen geldige JSON.", "Kijk hier of vlak hiervoor naar een komma, aanhalingsteken of haakje dat ontbreekt of te veel is.");
        }
        catch (DecoderFallbackException wrong)
        {
            var (line, column) = Place(Math.Max(0, wrong.Index), inBytes: true);
            findings.Add(file, line, column, "Dit bestand is geen UTF-8.", "Bewaar het opnieuw als UTF-8.");
        }

        return null;
    }

    private Located Value(ref Utf8JsonReader reader)
    {
        var (line, column) = Place((int)reader.TokenStartIndex, inBytes: false);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Members(ref reader, new Located(LocatedKind.Object, line, column, ""));
            case JsonTokenType.StartArray:
                var list = new Located(LocatedKind.List, line, column, "");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Value(ref reader));
                }

                return list;
            default:
                return new Located(Kind(reader.TokenType), line, column, reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private Located Members(ref Utf8JsonReader reader, Located value)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var (line, column) = Place((int)reader.TokenStartIndex, inBytes: false);
            if (value.Members.Any(m => m.Name == name))
            {
                findings.Add(file, line, column, $"\"{name}\" staat hier twee keer.", "Haal een van de twee weg.");
            }

            reader.Read();
            value.Members.Add(new LocatedMember(name, line, column, Value(ref reader)));
        }

        return value;
    }

    private static LocatedKind Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.String => LocatedKind.Text,
        JsonTokenType.Number => LocatedKind.Number,
        JsonTokenType.True or JsonTokenType.False => LocatedKind.Truth,
        _ => LocatedKind.Null,
    };

    private (int Line, int Column) Place(int index, bool inBytes)
    {
        var found = lineStarts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        var before = bytes.AsSpan(lineStarts[line], index - lineStarts[line]);
        return (line + 1, 1 + (inBytes ? before.Length : Encoding.UTF8.GetCharCount(before)));
    }
}
