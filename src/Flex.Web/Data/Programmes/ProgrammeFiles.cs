using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads one programme: programme.json and the published files beside it.</summary>
internal sealed class ProgrammeFiles(ProgrammeFolder folder, string code, National national, IReadOnlyDictionary<string, Indicator> indicators)
{
    public Programme? Read() => folder.Read($"{code}/programme.json", Programme);

    private Programme Programme(LocatedObject file)
    {
        var accepts = file.Truth("acceptsApplications");
        var pillars = PillarFields.Pillars(file, accepts);
        var providers = PillarFields.Providers(file);
        var periods = PeriodFields.Read(file, accepts);
        var programme = new Programme
        {
            Code = file.Code("code", [code], "dit programma (de naam van zijn map)"),
            Name = file.Text("name"),
            Description = file.Text("description"),
            AcceptsApplications = accepts,
            IsReconstruction = file.Truth("isReconstruction"),
            Periods = periods,
            Partners = file.Distinct("partners", p => new Partner(p.Text("code"), p.Text("name"), [.. p.Texts("roles").Select(r => r.Text)], p.Source()), "code"),
            Municipalities = Municipalities(file),
            Postcodes = PostcodeFields.OfProgramme(file),
            Providers = providers,
            Pillars = pillars,
            Work = WorkFields.Read(file),
            Criteria = new CriteriaFiles(folder, code, CriteriaCodes.Of(national, providers, pillars)).Read(file, accepts, periods?.Applications),
            HourBins = PillarFields.HourBins(file),
            Questionnaires = QuestionnaireFiles.All(folder, code),
            Factsheet = [],
            ReferenceFigures = file.Distinct("referenceFigures", f => new ReferenceFigure(f.Text("code"), f.Text("label"), f.Text("value"), f.Text("definition"), f.Source()), "code"),
            PublicationThreshold = Threshold(file),
            EvaluatesWithoutAnswer = WithoutAnswer(file),
        };
        return programme with { Factsheet = Factsheet(programme) };
    }

    private IReadOnlyList<Municipality> Municipalities(LocatedObject file)
    {
        if (file.Object("municipalities") is not { } block)
        {
            return [];
        }

        string[] known = [.. national.Municipalities.Select(m => m.Code)];
        var codes = LocatedObject.Whole(block, b => (Codes: b.Codes("codes", known, "gemeente"), Source: b.Source()));
        return [.. codes.Codes.SelectMany(c => national.Municipalities.Where(m => m.Code == c)).Select(m => m with { Source = codes.Source })];
    }

    private static int? Threshold(LocatedObject file) =>
        file.ObjectOrNull("publicationThreshold") is { } block ? LocatedObject.Whole(block, b => (Count: b.Whole("count"), Source: b.Source())).Count : null;

    private static bool WithoutAnswer(LocatedObject file) =>
        file.MayObject("evaluationWithoutAnswer") is { } block && LocatedObject.Whole(block, b => (Counts: b.Truth("counts"), Source: b.Source())).Counts;

    private IReadOnlyList<FactsheetSection> Factsheet(Programme programme)
    {
        var path = $"{code}/factsheet.json";
        return folder.Exists(path) ? folder.Read(path, new FactsheetFile(programme, national.Factors, indicators).Sections) ?? [] : [];
    }
}
