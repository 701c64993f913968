using System.Text.Json;

namespace Flex.Web.Data.Copies;

/// <summary>A stored value in plain words; null when nothing was said.</summary>
/// <param name="row">The whole row, for a value that another one explains.</param>
internal delegate string? Say(JsonElement value, JsonElement row, CopyWords words);

/// <summary>A column as a copy has it: its stable name in the file, its label on paper and how its value is said.</summary>
internal sealed record CopyField(string Column, string Name, string Label, Say Say)
{
    /// <summary>Whose data it is when that differs from the rest of its row; null: whose the row is.</summary>
    public string? Part { get; init; }

    /// <summary>How it is asked of the database when not as the column itself.</summary>
    public string? Sql { get; init; }

    /// <summary>Whether the file holds the words only: what is stored is sealed, or means nothing by itself.</summary>
    public bool WordsOnly { get; init; }
}

/// <summary>A table as a copy has it. The copy is made of these and nothing else: what is not named here stands in <see cref="CopyExceptions"/> with a reason.</summary>
internal sealed record CopyTable(string Name, string Section, string Title, IReadOnlyList<CopyField> Fields)
{
    /// <summary>Whose a row is: codes of parts; whoever is named gets it.</summary>
    public Func<JsonElement, CopyWords, IReadOnlyList<string>> Of { get; init; } = static (_, _) => [Flex.Domain.Rights.CopyCodes.Mother];

    /// <summary>Whether a row is looked at twice before it is given: it may put somebody in danger, or be about somebody else.</summary>
    public Func<JsonElement, CopyWords, bool> Careful { get; init; } = static (_, _) => false;

    /// <summary>Every part in which a row or a field of it can be.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [Flex.Domain.Rights.CopyCodes.Mother];

    /// <summary>By what a row is known as long as it is there.</summary>
    public string Key { get; init; } = "t.id::text";

    /// <summary>From where its rows come; $1 is the dossier.</summary>
    public string? From { get; init; }

    public string Order { get; init; } = "t.id";

    /// <summary>What is asked beside the columns, as pairs of name and expression.</summary>
    public string Beside { get; init; } = "";

    /// <summary>The rows as one part of a statement: a JSON array.</summary>
    public string Sql => $"(select coalesce(json_agg(json_build_object('regel', {Key}{string.Concat(Fields.Select(f => $", '{f.Column}', {f.Sql ?? "t." + f.Column}"))}{Beside}) order by {Order}), '[]') from {From ?? $"{Name} t where t.dossier_id = $1"})";
}
