using Flex.Domain.Dossiers;

namespace Flex.Domain.Trust;

/// <summary>That a note is shared with one other discipline, with the reason for it.</summary>
/// <param name="Discipline">A code of <see cref="Trust.Discipline.All"/>.</param>
public sealed record SharedNote(string Discipline, string Because);

/// <summary>Reads a confidential note, and that one is shared.</summary>
public static class ConfidentialText
{
    /// <summary>The field of the note itself.</summary>
    public const string Field = "notitie";

    private const int LongestNote = 5000;
    private const int LongestReason = 2000;

    /// <summary>The note, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static string? Note(FieldReader read) => Required(read, Field, LongestNote, "Schrijf op wat u zag, hoorde of vermoedt.");

    /// <summary>The sharing, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    /// <param name="own">The discipline that the note is of; it has it already.</param>
    public static SharedNote? Share(FieldReader read, Discipline own)
    {
        var with = read.Code("delen_met", [.. Discipline.Options.Where(o => o.Code != own.Code)], null);
        var because = Required(read, "deel_reden", LongestReason, "Schrijf op waarom deze beroepsgroep dit moet weten.");
        return read.Problems.Count == 0 ? new(with, because!) : null;
    }

    private static string? Required(FieldReader read, string field, int longest, string whenEmpty)
    {
        if (read.Text(field) is null)
        {
            read.Wrong(field, whenEmpty);
        }

        return read.Note(field, longest) is { } text && read.Problems.All(p => p.Field != field) ? text : null;
    }
}
