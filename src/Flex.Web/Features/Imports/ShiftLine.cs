using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Web.Features.Imports;

/// <summary>One mistake in a shift file: the line of the file, its column and what to do. Line 0 is the whole file.</summary>
public sealed record ShiftProblem(long Line, string Column, string Message);

/// <summary>A line of a shift file that could be read: the number of its dossier and the shift.</summary>
internal sealed record ShiftLine(long Line, int Dossier, SaidShift Shift)
{
    /// <summary>Reads a row; without a line there are problems.</summary>
    public static (ShiftLine? Line, IEnumerable<ShiftProblem> Problems) Parse(ImportRow row, DateOnly today)
    {
        var read = new FieldReader(row.Field, today) { NamesCodes = true };
        var dossier = Dossiers(read);
        var shift = ShiftText.Parse(read);
        var problems = row.Unreadable.Count > 0 ? row.Unreadable : read.Problems;
        return (problems.Count == 0 ? new(row.Line, dossier!.Value, shift!) : null, problems.Select(p => new ShiftProblem(row.Line, p.Field, p.Message)));
    }

    // A number like a BSN is refused before it gets here.
    private static int? Dossiers(FieldReader read)
    {
        if (int.TryParse(read.Text("gezin"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        read.Wrong("gezin", read.Text("gezin") is null ? "Vul het dossiernummer van het gezin in." : "Dit is geen dossiernummer. Het staat bovenaan het dossier, bijvoorbeeld 12. Zet hier nooit een naam of BSN.");
        return null;
    }
}
