using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Rights;
using Flex.Domain.Trust;

namespace Flex.Domain.Corrections;

/// <summary>Reads that a correction was refused, or a statement of the family's own, or both.</summary>
public static class StatementText
{
    private const int LongestReason = 2000;
    private const int LongestStatement = 5000;

    /// <summary>What of the dossier it is about.</summary>
    public static IReadOnlyList<AnswerOption> Subjects { get; } =
    [
        new("gegevens", "Wie het gezin is en hoe het te bereiken is"), new("aanvraag", "De aanvraag, de factoren of de mate van kwetsbaarheid"),
        new("besluit", "Een besluit of een plaats"), new("zorg", "De uren zorg of wat daarbij is opgeschreven"),
    ];

    /// <summary>Why a correction can be refused; a first list of ours: the law names accuracy only (AVG artikel 16).</summary>
    public static IReadOnlyList<AnswerOption> Grounds { get; } =
    [
        new("waarneming", "Het is een waarneming of oordeel van een professional; die blijft staan"), new("niet-gebleken", "Nergens blijkt uit dat het niet klopt"),
        new("niet-bevoegd", "Wie erom vraagt mag dit niet voor dit gezin beslissen (BW 7:450 en 7:465)"),
    ];

    /// <summary>The class of data that somebody must see to read a statement about it.</summary>
    public static DataClass ClassOf(string about) => about switch
    {
        "aanvraag" => DataClass.Application,
        "besluit" => DataClass.Outcome,
        "zorg" => DataClass.Notes,
        _ => DataClass.Identity,
    };

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static OwnStatement? Parse(FieldReader read)
    {
        var capacity = read.Code("vraagt_als", ErasureText.Capacities, null);
        var by = read.Line("naam_verzoeker", "Vul in wie erom vraagt.");
        var on = read.RequiredDay("gevraagd_op", future: false, "Vul in op welke dag erom gevraagd is.");
        var about = read.Code("gaat_over", Subjects, null);
        var ground = read.Text("weigergrond") is null ? null : read.Code("weigergrond", Grounds, null);
        var because = read.Note("toelichting", LongestReason);
        var statement = read.Note("verklaring", LongestStatement);
        Check(read, ground, because, statement);
        return read.Problems.Count == 0 ? new(on, by, capacity, about, ground, because, statement) : null;
    }

    private static void Check(FieldReader read, string? ground, string? because, string? statement)
    {
        if (ground is not null && because is null && read.Text("toelichting") is null)
        {
            read.Wrong("toelichting", "Leg uit waarom u niet verbetert. Het gezin krijgt deze uitleg.");
        }

        if (ground is null && because is not null)
        {
            read.Wrong("weigergrond", "U legt uit waarom u niet verbetert: kies ook op welke grond.");
        }

        if (ground is null && statement is null && read.Text("verklaring") is null && read.Text("weigergrond") is null)
        {
            read.Wrong("verklaring", "Schrijf op wat het gezin zegt, of kies op welke grond u niet verbetert.");
        }
    }
}
