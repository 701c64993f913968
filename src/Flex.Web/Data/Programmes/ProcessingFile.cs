using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads which personal data are processed and why (national/processing.json).</summary>
internal static class ProcessingFile
{
    public const string Name = "national/processing.json";

    public static IReadOnlyList<ProcessingClass> Read(LocatedObject file)
    {
        file.Source();
        file.MayText("note");
        _ = NotPersonal(file);
        return file.Distinct("classes", c => new ProcessingClass(
            c.Text("code"), c.Text("name"), All(c, "tables"), c.Text("purpose"), c.Text("ground"),
            All(c, "recipients"), All(c, "controllers"), c.Text("retention"), c.Text("kept")), "code");
    }

    /// <summary>The tables without personal data.</summary>
    public static IReadOnlyList<string> NotPersonal(LocatedObject file) => All(file, "notPersonal");

    private static string[] All(LocatedObject of, string name) => [.. of.Texts(name).Select(t => t.Text)];
}
