using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads one published version of a questionnaire from questionnaires/CODE/VERSION.json: FHIR R4 JSON, or the form in which the first versions were published.</summary>
internal static class QuestionnaireFiles
{
    /// <summary>All questionnaires of a programme, the versions of each oldest first.</summary>
    public static IReadOnlyList<Questionnaire> All(ProgrammeFolder folder, string programme) =>
        [.. folder.Folders($"{programme}/questionnaires").SelectMany(map => Oldest(folder.Files(map, "*.json"))).Select(path => Read(folder, path)).OfType<Questionnaire>()];

    public static IReadOnlyList<AnswerOption> Options(LocatedObject at, string name) =>
        at.Distinct(name, o => new AnswerOption(o.Text("code"), o.Text("label")), "code");

    // Version 10 comes after version 9.
    private static IEnumerable<string> Oldest(IEnumerable<string> versions) => versions.OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal);

    private static Questionnaire? Read(ProgrammeFolder folder, string path) => folder.Read(path, file =>
    {
        var (code, version) = (path.Split('/')[^2], Path.GetFileNameWithoutExtension(path));
        return file.Peek("resourceType") is null ? First(file, code, version) : FhirQuestionnaire.Read(file, code, version);
    });

    private static Questionnaire First(LocatedObject file, string code, string version) => new(
        file.Code("code", [code], "deze vragenlijst (de naam van haar map)"),
        file.Code("version", [version], "deze versie (de naam van het bestand)"),
        file.Text("title"),
        file.Distinct("items", Item, "code"),
        file.Source());

    private static QuestionnaireItem Item(LocatedObject item) =>
        new(item.Text("code"), item.Text("text"), Options(item, "options"), item.Truth("invented"));
}
