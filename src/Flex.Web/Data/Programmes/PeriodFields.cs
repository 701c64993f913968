using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads the three periods with where they come from.</summary>
internal static class PeriodFields
{
    public static ProgrammePeriods? Read(LocatedObject file, bool acceptsApplications)
    {
        if (file.ObjectOrNull("periods") is { } block)
        {
            return LocatedObject.Whole(block, Three);
        }

        if (acceptsApplications && file.Peek("periods") is { } empty)
        {
            file.Wrong(empty, "Een programma dat aanmeldingen aanneemt heeft perioden nodig.", "Vul de drie perioden in, of zet acceptsApplications op false.");
        }

        return null;
    }

    private static ProgrammePeriods Three(LocatedObject block)
    {
        var notes = new List<SourceNote>();
        DateRange One(string name) => block.Object(name) is { } period ? LocatedObject.Whole(period, p => Period(p, name, notes)) : default;
        var read = new ProgrammePeriods(One("applications"), One("care"), One("evaluation"), notes);
        if (read.Applications.Last is { } last && (read.Evaluation.First < read.Applications.First || read.Evaluation.Last is not { } end || end > last) && block.Peek("evaluation") is { } at)
        {
            block.Wrong(at, "De evaluatie loopt buiten de periode van aanmelding.", "In de evaluatie tellen aanmeldingen mee: laat haar binnen applications vallen.");
        }

        return read;
    }

    private static DateRange Period(LocatedObject period, string name, List<SourceNote> notes)
    {
        notes.Add(new SourceNote(name, period.Source(), period.MayText("note")));
        return period.Period();
    }
}
