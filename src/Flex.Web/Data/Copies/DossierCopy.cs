using System.Text.Json;
using System.Text.Json.Serialization;

namespace Flex.Web.Data.Copies;

/// <summary>A part of a dossier as it is given to who asked for it; its shape is that of the file (docs/copy.md), and paper shows the same words.</summary>
public sealed record DossierCopy(
    [property: JsonPropertyName("vorm")] string Form, [property: JsonPropertyName("deel")] string Part, [property: JsonPropertyName("dossiernummer")] int Number, [property: JsonPropertyName("programma")] string Programme,
    [property: JsonPropertyName("gemaakt_op")] DateOnly On, [property: JsonPropertyName("voor")] CopyFor For, [property: JsonPropertyName("onderdelen")] IReadOnlyList<CopySection> Sections,
    [property: JsonPropertyName("niet_meegegeven")] IReadOnlyList<string> LeftOut)
{
    /// <summary>The form of the file; another form gets another number.</summary>
    public const string FormName = "flex-afschrift/1";

    /// <summary>The same without lines that may not be shown (any more, or for a time).</summary>
    public DossierCopy Without(IReadOnlySet<string> lines) => lines.Count == 0 ? this
        : this with { Sections = [.. Sections.Select(s => s with { Lines = [.. s.Lines.Where(l => !lines.Contains(l.Id))] }).Where(s => s.Lines.Count > 0)] };
}

/// <summary>Who asked, and in what capacity.</summary>
public sealed record CopyFor([property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("hoedanigheid")] string Capacity);

/// <summary>What belongs together in a copy.</summary>
public sealed record CopySection([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("titel")] string Title, [property: JsonPropertyName("regels")] IReadOnlyList<CopyLine> Lines);

/// <summary>One thing that is kept; it is given or left out as a whole.</summary>
public sealed record CopyLine([property: JsonPropertyName("regel")] string Id, [property: JsonPropertyName("wat")] string Title, [property: JsonPropertyName("gegevens")] IReadOnlyList<CopyValue> Values)
{
    /// <summary>For who reviews: free text, or something that is spoken of with her alone.</summary>
    [JsonIgnore]
    public bool Careful { get; init; }
}

/// <summary>One value: its stable name, what that means, as it is stored (a code, a number, a day) and in plain words.</summary>
public sealed record CopyValue([property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("betekent")] string Label, [property: JsonPropertyName("waarde")] JsonElement? Value, [property: JsonPropertyName("in_woorden")] string Words);
