using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads one published version of a questionnaire from questionnaires/CODE/VERSION.json.</summary>
internal static class QuestionnaireFiles
{
    public static Questionnaire? Read(ProgrammeFolder folder, string path) => folder.Read(path, file => Questionnaire(file, path.Split('/')));

    private static Questionnaire Questionnaire(LocatedObject file, string[] path) => new(
        file.Code("code", [path[^2]], "deze vragenlijst (de naam van haar map)"),
        file.Code("version", [Path.GetFileNameWithoutExtension(path[^1])], "deze versie (de naam van het bestand)"),
        file.Text("title"),
        file.Distinct("items", Item, "code"),
        file.Source());

    private static QuestionnaireItem Item(LocatedObject item) =>
        new(item.Text("code"), item.Text("text"), Options(item, "options"), item.Truth("invented"));

    public static IReadOnlyList<AnswerOption> Options(LocatedObject at, string name) =>
        at.Distinct(name, o => new AnswerOption(o.Text("code"), o.Text("label")), "code");
}
