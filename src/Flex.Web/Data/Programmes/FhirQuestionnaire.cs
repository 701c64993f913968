using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads a Questionnaire in FHIR R4 JSON: the elements of the standard that a closed list needs, and our extensions for what it has no element for.</summary>
internal static class FhirQuestionnaire
{
    public static Questionnaire Read(LocatedObject file, string code, string version)
    {
        file.Code("resourceType", ["Questionnaire"], "soort FHIR-bestand in deze map");
        file.Code("status", ["active"], "status van een gepubliceerde vragenlijst");
        file.Text("name");
        Url(file, code);
        Described(file);
        var said = FhirExtensions.Of(file, FhirExtensions.Source, FhirExtensions.MonthsAfterBirth);
        var read = new Questionnaire(
            code,
            file.Code("version", [version], "deze versie (de naam van het bestand)"),
            file.Text("title"),
            file.Distinct("item", Item, "linkId"),
            said.Text(FhirExtensions.Source) ?? "")
        {
            MonthsAfterBirth = said.Number(FhirExtensions.MonthsAfterBirth),
        };
        if (read.Source.Length == 0)
        {
            file.Wrong(file.Peek("extension") ?? file.Value, "De bron ontbreekt.", $"Schrijf in de extensie {FhirExtensions.Source} waar de vragen vandaan komen; verzin niets.");
        }

        return read;
    }

    // The name of the questionnaire ends with the name of its folder, so that a copied file cannot keep another one's.
    private static void Url(LocatedObject file, string code)
    {
        var url = file.Text("url");
        if (url.Length > 0 && !(Uri.IsWellFormedUriString(url, UriKind.Absolute) && url.EndsWith($"-{code}", StringComparison.Ordinal)))
        {
            file.Wrong(file.Peek("url")!, $"\"{url}\" is geen adres van deze vragenlijst.", $"Schrijf een volledig adres dat eindigt op /Questionnaire/PROGRAMMA-{code}.");
        }
    }

    // Said for whoever reads the file as FHIR; nothing here depends on it.
    private static void Described(LocatedObject file)
    {
        file.MayText("language");
        file.MayText("date");
        file.MayText("publisher");
        file.MayText("description");
        if (file.Peek("subjectType") is not null)
        {
            file.Texts("subjectType");
        }
    }

    private static QuestionnaireItem Item(LocatedObject item)
    {
        item.MayTruth("required");
        item.Code("type", ["choice"], "soort vraag dat kan worden ingevuld");
        var said = FhirExtensions.Of(item, FhirExtensions.Invented, FhirExtensions.HiddenFromDeciders);
        if (said.Truth(FhirExtensions.Invented) is null)
        {
            item.Wrong(item.Value, "Er staat niet bij of de tekst van deze vraag verzonnen is.", $"Voeg de extensie {FhirExtensions.Invented} toe met valueBoolean true of false.");
        }

        return new(item.Text("linkId"), item.Text("text"), Options(item), said.Truth(FhirExtensions.Invented) == true) { HiddenFromDeciders = said.Truth(FhirExtensions.HiddenFromDeciders) == true };
    }

    private static AnswerOption[] Options(LocatedObject item)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. item.Each("answerOption", option => option.Object("valueCoding")).OfType<LocatedObject>().Select(coding => LocatedObject.Whole(coding, c => Option(c, seen)))];
    }

    private static AnswerOption Option(LocatedObject coding, HashSet<string> seen)
    {
        coding.MayText("system");
        var option = new AnswerOption(coding.Text("code"), coding.Text("display"));
        if (!seen.Add(option.Code))
        {
            coding.Wrong(coding.Peek("code")!, $"\"{option.Code}\" staat al eerder in deze lijst.", "Haal een van de twee weg of geef het een eigen code.");
        }

        return option;
    }
}
