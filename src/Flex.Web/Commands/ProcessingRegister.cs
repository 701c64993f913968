using Flex.Domain.Programmes;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Commands;

/// <summary>The register of processing as Markdown: per programme and class of data who decides, why, on what ground, for whom and how long.</summary>
internal static class ProcessingRegister
{
    private const string Head = """
        # Register van verwerkingen

        Gemaakt door `flex privacy register` uit de programma's en `programmes/national/processing.json`; verander die en maak dit opnieuw. **Concept**: grondslagen en termijnen zijn nog niet door een jurist getoetst, en de afspraak tussen wie samen verantwoordelijk zijn (AVG artikel 26) is er nog niet.

        """;

    public static string Of(ProgrammeLibrary library) => Head + string.Concat(library.Programmes.Values
        .Where(p => p.AcceptsApplications).OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => Programme(p, library.National.Processing)));

    private static string Programme(Programme programme, IReadOnlyList<ProcessingClass> classes) => $"\n## {programme.Name}\n" + string.Concat(classes.Select(c => $"""

        ### {c.Name}

        | | |
        | --- | --- |
        | Doel | {c.Purpose} |
        | Grondslag | {c.Ground} |
        | Verantwoordelijk | {Who(programme, c.Controllers)} |
        | Ontvangers | {(c.Recipients.Count == 0 ? "niemand buiten de installatie" : Who(programme, c.Recipients))} |
        | Bewaren | {c.Retention} |
        | Hoe | {c.Kept} |
        | Tabellen | {string.Join(", ", c.Tables.Select(t => $"`{t}`"))} |

        """));

    // A role without a partner is whoever has that role for this family, such as a midwife's own practice.
    private static string Who(Programme programme, IReadOnlyList<string> roles) => string.Join("; ", roles.Select(role =>
        programme.Partners.Where(p => p.Roles.Contains(role)).Select(p => p.Name).ToList() is { Count: > 0 } names ? $"{role}: {string.Join(", ", names)}" : $"{role}: wie dit voor het gezin is"));
}
