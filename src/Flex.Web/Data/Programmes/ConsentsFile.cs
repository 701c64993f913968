using Flex.Domain.Consents;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads the texts with which consent is asked (national/consents.json), newest version first; an approval is a name with a day, or neither.</summary>
internal static class ConsentsFile
{
    public const string Name = "national/consents.json";

    private static readonly string[] Subjects = [.. ConsentCodes.Subjects.Select(s => s.Code)];

    public static IReadOnlyList<ConsentTextVersion> Read(LocatedObject file)
    {
        file.Source();
        file.MayText("note");
        return file.Distinct("texts", Text, "code");
    }

    private static ConsentTextVersion Text(LocatedObject of)
    {
        of.Text("code");
        var text = new ConsentTextVersion(
            of.Code("subject", Subjects, "soort toestemming"), of.Text("version"), of.Text("language"), of.Text("title"), [.. of.Texts("paragraphs").Select(p => p.Text)],
            of.TextOrNull("approvedBy"), of.DayOrNull("approvedOn"));
        if ((text.ApprovedBy is null) != (text.ApprovedOn is null))
        {
            of.Wrong(of.Peek("approvedBy") ?? of.Value, "Een goedkeuring heeft een naam en een dag.", "Vul approvedBy en approvedOn allebei in, of laat beide null: dan is de tekst een concept.");
        }

        return text;
    }
}
