using System.Text.RegularExpressions;

namespace Flex.Domain.Tests.House;

/// <summary>A type as it is declared; <see cref="Parameters"/> are those of the constructor that takes most.</summary>
internal sealed record DeclaredType(string Path, string Kind, string Name, IReadOnlyList<string> Parameters);

/// <summary>A member with a body.</summary>
/// <param name="Method">False for a property: it counts for the stop, not for the median.</param>
internal sealed record DeclaredMember(string Path, string Name, int Line, int Lines, bool Method);

/// <summary>The types and members of a file by its braces: enough for sizes, without a compiler.</summary>
internal sealed partial class Outline
{
    private readonly string path;
    private readonly string code;

    private Outline(string path, string code) => (this.path, this.code) = (path, CodeText.Blank(code));

    public List<DeclaredType> Types { get; } = [];

    public List<DeclaredMember> Members { get; } = [];

    /// <summary>Of a Razor file only the @code block is read; its first line is counted from the file's.</summary>
    public static Outline Of(SourceFile file)
    {
        if (!file.Path.EndsWith(".razor", StringComparison.Ordinal))
        {
            var outline = new Outline(file.Path, file.Text);
            outline.Scope(0, null);
            return outline;
        }

        var at = file.Text.IndexOf("@code", StringComparison.Ordinal);
        var above = at < 0 ? "" : new string('\n', file.Text[..at].Count(c => c == '\n'));
        var razor = new Outline(file.Path, at < 0 ? "" : above + file.Text[file.Text.IndexOf('{', at)..]);
        razor.Scope(at < 0 ? 0 : above.Length + 1, "");
        return razor;
    }

    // Reads declarations from i up to the end of the scope and answers where that is. Type is null outside types.
    private int Scope(int i, string? type)
    {
        var (start, arrow, assigned) = (i, -1, false);
        for (; i < code.Length && code[i] != '}'; i++)
        {
            switch (code[i])
            {
                case '(' or '[':
                    i = CodeText.Close(code, i);
                    break;
                case '=' when arrow < 0 && i + 1 < code.Length && code[i + 1] == '>':
                    arrow = i++;
                    break;
                case '=' when arrow < 0 && code[i + 1] != '=' && code[i - 1] is not ('=' or '!' or '<' or '>'):
                    assigned = true;
                    break;
                case '{' when arrow >= 0 || assigned:
                    i = CodeText.Close(code, i);
                    break;
                case '{':
                    i = Block(start, i, type);
                    (start, arrow, assigned) = (i + 1, -1, false);
                    break;
                case ';':
                    Statement(start, i, arrow, assigned, type);
                    (start, arrow, assigned) = (i + 1, -1, false);
                    break;
            }
        }

        return i;
    }

    private int Block(int start, int open, string? type)
    {
        var close = CodeText.Close(code, open);
        if (Header(start, open) is { } name)
        {
            return Types[^1].Kind == "enum" ? close : Scope(open + 1, name);
        }

        if (type is not null)
        {
            Member(start, open, close, type);
        }

        return close;
    }

    private void Statement(int start, int end, int arrow, bool assigned, string? type)
    {
        if (arrow >= 0 && !assigned && type is not null)
        {
            Member(start, arrow, end, type);
        }
        else if (arrow < 0 && !assigned)
        {
            Header(start, end);
        }
    }

    // Adds the type that the text declares and answers its name; a namespace has none, null means it is not a type.
    private string? Header(int start, int end)
    {
        start = AfterAttributes(start);
        var header = start < end ? code[start..end] : "";
        var match = TypeName().Match(header);
        if (!match.Success || header[..match.Index].Contains('(', StringComparison.Ordinal))
        {
            return null;
        }

        if (match.Groups[1].Value == "namespace")
        {
            Types.Add(new(path, "namespace", "", []));
            return "";
        }

        var open = header.IndexOf('(', match.Index);
        var based = header.IndexOf(':', match.Index);
        Types.Add(new(path, match.Groups[1].Value, match.Groups[2].Value, open < 0 || (based >= 0 && based < open) ? [] : Split(start + open)));
        return match.Groups[2].Value;
    }

    private void Member(int start, int bodyFrom, int end, string type)
    {
        var first = AfterSpace(start);
        start = AfterAttributes(start);
        var header = code[start..bodyFrom];
        var parameters = ParameterList().Match(header);
        Members.Add(new(path, parameters.Success ? parameters.Groups[1].Value : header.Trim().Split(' ', '\n')[^1], LineOf(first), LineOf(end) - LineOf(first) + 1, parameters.Success));
        var at = Types.FindLastIndex(t => t.Name == type);
        if (parameters.Success && parameters.Groups[1].Value == type && at >= 0)
        {
            var longest = Split(start + header.IndexOf('(', parameters.Groups[1].Index));
            Types[at] = Types[at].Parameters.Count >= longest.Count ? Types[at] : Types[at] with { Parameters = longest };
        }
    }

    private int AfterAttributes(int i)
    {
        for (i = AfterSpace(i); i < code.Length && code[i] == '['; i = AfterSpace(CodeText.Close(code, i) + 1))
        {
        }

        return i;
    }

    private int AfterSpace(int i)
    {
        while (i < code.Length && char.IsWhiteSpace(code[i]))
        {
            i++;
        }

        return i;
    }

    private int LineOf(int at) => code.AsSpan(0, at).Count('\n') + 1;

    private List<string> Split(int open)
    {
        var (parts, from, close) = (new List<string>(), open + 1, CodeText.Close(code, open));
        var angle = 0;
        for (var i = from; i <= close; i++)
        {
            angle += code[i] == '<' ? 1 : code[i] == '>' && code[i - 1] != '=' ? -1 : 0;
            if (i == close || (code[i] == ',' && angle == 0))
            {
                parts.Add(code[from..i].Trim());
                from = i + 1;
            }
            else if (code[i] is '(' or '[' or '{')
            {
                i = CodeText.Close(code, i);
            }
        }

        return [.. parts.Where(p => p.Length > 0)];
    }

    [GeneratedRegex(@"(?<=^|\s)(namespace|class|struct|interface|enum|record)\s+(?:struct\s+|class\s+)?([\w.]+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?<!\w)((?!(?:public|private|protected|internal|static|async|override|virtual|sealed|partial|new|readonly|required|unsafe)\b)\w+|operator\s*\S+)\s*(?:<[^()]*>)?\s*\(")]
    private static partial Regex ParameterList();
}
