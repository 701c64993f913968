using System.Text.Json;
using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;

namespace Flex.Web.Tests.Programmes;

/// <summary>The files against FHIR R4 (hl7.org/fhir/R4/questionnaire.html) and against version 1, and each way to break one.</summary>
public sealed class A_questionnaire_in_FHIR
{
    private const string Start = "zuid-limburg-2021/questionnaires/start/2.json";
    private const string HalfYear = "zuid-limburg-2021/questionnaires/half-jaar/2.json";
    private static readonly string[] Statuses = ["draft", "active", "retired", "unknown"];
    private static readonly string[] Types =
    [
        "group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url", "choice", "open-choice", "attachment", "reference", "quantity",
    ];

    private static readonly string[] Elements =
    [
        "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension", "url", "identifier", "version", "name", "title", "derivedFrom", "status", "experimental", "subjectType", "date", "publisher", "contact",
        "description", "useContext", "jurisdiction", "purpose", "copyright", "approvalDate", "lastReviewDate", "effectivePeriod", "code", "item",
    ];

    private static readonly string[] ItemElements =
    [
        "id", "extension", "modifierExtension", "linkId", "definition", "code", "prefix", "text", "type", "enableWhen", "enableBehavior", "required", "repeats", "readOnly", "maxLength", "answerValueSet", "answerOption", "initial", "item",
    ];

    [Theory]
    [InlineData(Start)]
    [InlineData(HalfYear)]
    public void Has_only_what_the_standard_knows(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(ProgrammeCopy.Original, file)));
        var root = json.RootElement;

        Assert.Equal("Questionnaire", Text(root, "resourceType"));
        Assert.Contains(Text(root, "status"), Statuses);
        Assert.True(Uri.IsWellFormedUriString(Text(root, "url"), UriKind.Absolute));
        Assert.Matches("^[A-Z]([A-Za-z0-9_]){0,254}$", Text(root, "name")); // constraint que-0
        Assert.Matches(@"^\d{4}(-\d{2}(-\d{2})?)?$", Text(root, "date"));
        Assert.Empty(root.EnumerateObject().Select(e => e.Name).Except(Elements));
        Extensions(root);
        var items = root.GetProperty("item").EnumerateArray().ToList();
        Assert.Equal(items.Count, items.Select(i => Text(i, "linkId")).Distinct().Count()); // constraint que-2
        Assert.All(items, item => Item(item, items));
    }

    [Theory]
    [InlineData("start", "nationaliteit:wil-ik-niet-zeggen")]
    [InlineData("half-jaar", "")]
    public void Asks_what_version_1_asked_with_the_same_codes_and_says_what_it_adds(string code, string added)
    {
        var versions = Pilot().Questionnaires.Where(q => q.Code == code).ToList();

        Assert.Equal(["1", "2"], versions.Select(q => q.Version));
        Assert.Equal(versions[0].Items.Select(i => (i.Code, i.Text, i.Invented)), versions[1].Items.Select(i => (i.Code, i.Text, i.Invented)));
        Assert.Equal(versions[0].Title, versions[1].Title);
        Assert.Equal(added, string.Join(';', Options(versions[1]).Except(Options(versions[0])).Select(o => o.Item1 + ":" + o.Option.Code)));
        Assert.Empty(Options(versions[0]).Except(Options(versions[1])));

        static IEnumerable<(string, AnswerOption Option)> Options(Questionnaire q) => q.Items.SelectMany(i => i.Options.Select(o => (i.Code, o)));
    }

    [Fact]
    public void Is_filled_in_by_its_newest_version_and_hides_the_nationality_from_who_decides()
    {
        var pilot = Pilot();

        Assert.Equal(["start 2", "half-jaar 2"], pilot.Newest().Select(q => $"{q.Code} {q.Version}"));
        Assert.Equal([null, 6], pilot.Newest().Select(q => q.MonthsAfterBirth));
        Assert.Equal("1", pilot.Form("start", "1")!.Version);
        Assert.Null(pilot.Form("kwartaal", null));
        Assert.Equal(["nationaliteit"], pilot.Newest().SelectMany(q => q.Items).Where(i => i.HiddenFromDeciders).Select(i => i.Code));
        Assert.True(pilot.IsHiddenFromDeciders("start", "nationaliteit"));
        Assert.False(pilot.IsHiddenFromDeciders("start", "werk"));
        Assert.False(pilot.IsHiddenFromDeciders("half-jaar", "nationaliteit"));
    }

    [Fact]
    public void Of_which_there_are_more_than_nine_versions_uses_the_tenth()
    {
        using var copy = new ProgrammeCopy();
        var two = File.ReadAllText(Path.Combine(copy.Folder, HalfYear));
        copy.Write("zuid-limburg-2021/questionnaires/half-jaar/10.json", two.Replace("\"version\": \"2\"", "\"version\": \"10\"", StringComparison.Ordinal));

        Assert.Equal("10", copy.Load().Programmes["zuid-limburg-2021"].Form("half-jaar", null)!.Version);
    }

    [Theory]
    [InlineData("other resource", "\"resourceType\": \"Questionnaire\"", "\"resourceType\": ‸\"ValueSet\"", "\"ValueSet\" is geen bekende code voor soort FHIR-bestand", "Kies uit: Questionnaire.")]
    [InlineData("draft", "\"status\": \"active\"", "\"status\": ‸\"draft\"", "\"draft\" is geen bekende code voor status", "Kies uit: active.")]
    [InlineData("other version", "\"version\": \"2\"", "\"version\": ‸\"3\"", "\"3\" is geen bekende code voor deze versie", "Kies uit: 2.")]
    [InlineData("other list's address", "zuid-limburg-2021-start\"", "zuid-limburg-2021-einde\"", "is geen adres van deze vragenlijst", "eindigt op /Questionnaire/PROGRAMMA-start")]
    [InlineData("no address", "\"url\": \"https://example.org/geboortezorg-flex/fhir/Questionnaire/zuid-limburg-2021-start\"", "\"url\": ‸\"lijst-start\"", "is geen adres van deze vragenlijst", "volledig adres")]
    [InlineData("no title", "  \"title\": \"Vragenlijst bij de start\",\n", "", "\"title\" ontbreekt", "Voeg \"title\" toe")]
    [InlineData("unknown field", "\"required\": false", "‸\"verplicht\": false", "\"verplicht\" is hier geen bekend veld", "linkId")]
    [InlineData("not yet filled in here", "\"type\": \"choice\"", "\"type\": ‸\"text\"", "\"text\" is geen bekende code voor soort vraag", "Kies uit: choice.")]
    [InlineData("question twice", "\"linkId\": \"partner\"", "\"linkId\": ‸\"werk\"", "\"werk\" staat al eerder", "eigen code")]
    [InlineData("answer twice", "{ \"code\": \"koop\",", "{ \"code\": ‸\"huur\",", "\"huur\" staat al eerder", "eigen code")]
    [InlineData("answer without words", "{ \"code\": \"koop\", \"display\": \"Koop\" }", "‸{ \"code\": \"koop\" }", "\"display\" ontbreekt", "Voeg \"display\" toe")]
    [InlineData("answer of another type", "\"valueCoding\": { \"code\": \"koop\", \"display\": \"Koop\" }", "‸\"valueString\": \"Koop\"", "\"valueString\" is hier geen bekend veld", "valueCoding")]
    [InlineData("no source", "questionnaire-source\", \"valueString\": ", "questionnaire-source\", \"valueText\": ", "De bron ontbreekt", "verzin niets")]
    [InlineData("invented not said", "questionnaire-item-invented\", \"valueBoolean\": true }", "questionnaire-item-hidden-from-deciders\", \"valueBoolean\": true }", "of de tekst van deze vraag verzonnen is", "questionnaire-item-invented")]
    [InlineData("unknown extension", "questionnaire-item-hidden-from-deciders", "questionnaire-item-hidden", "is geen bekende code voor extensie", "hidden-from-deciders")]
    [InlineData("hidden as text", "hidden-from-deciders\", \"valueBoolean\": true", "hidden-from-deciders\", \"valueBoolean\": ‸\"ja\"", "iets anders dan verwacht", "true of false")]
    public void With_a_mistake_is_told_with_its_place(string kind, string old, string @new, string problem, string whatToDo)
    {
        using var copy = new ProgrammeCopy();
        var (line, column) = copy.Edit(Start, old, @new);

        var found = copy.Findings().Where(f => f.Problem.Contains(problem, StringComparison.Ordinal)).ToList();

        Assert.True(found.Count > 0, $"{kind}: not told; told were: {string.Join("; ", copy.Findings())}");
        Assert.All(found, f => Assert.Equal(Start, f.File));
        Assert.Contains(found, f => f.WhatToDo.Contains(whatToDo, StringComparison.Ordinal));
        if (@new.Contains(ProgrammeCopy.Here, StringComparison.Ordinal))
        {
            Assert.Contains(found, f => (f.Line, f.Column) == (line, column));
        }
    }

    [Theory]
    [InlineData("\"declined\": \"wil-ik-niet-zeggen\"", "\"declined\": ‸\"wil-niet\"", "\"wil-niet\" is geen bekende code voor antwoord op vraag \"nationaliteit\"")]
    [InlineData("{ \"code\": \"onbekend\", \"label\": \"Onbekend\" }\n          ],\n          \"invented\": \"De factsheet drukt percentages; de aantallen (n = 120)", "{ \"code\": \"onbekend\", \"label\": \"Onbekend\" },\n            { \"code\": ‸\"wil-ik-niet-zeggen\", \"label\": \"Wil ik niet zeggen\" }\n          ],\n          \"invented\": \"De factsheet drukt percentages; de aantallen (n = 120)", "\"wil-ik-niet-zeggen\" is geen bekende code voor antwoord op vraag \"nationaliteit\"")]
    [InlineData("\"indicator\": \"answers-declined\",\n          \"parameters\": { \"questionnaire\": \"start\", \"item\": \"nationaliteit\", \"declined\": \"wil-ik-niet-zeggen\" }", "\"indicator\": \"answers\",\n          \"parameters\": { \"questionnaire\": \"start\", \"item\": \"nationaliteit\" }", "Het antwoord \"wil-ik-niet-zeggen\" op vraag \"nationaliteit\" ontbreekt in de grafiek")]
    public void With_an_answer_that_nobody_has_to_give_must_have_a_figure_that_knows_it(string old, string @new, string problem)
    {
        using var copy = new ProgrammeCopy();
        var (line, column) = copy.Edit("zuid-limburg-2021/factsheet.json", old, @new);

        var finding = Assert.Single(copy.Findings(), f => f.Problem.Contains(problem, StringComparison.Ordinal));

        if (@new.Contains(ProgrammeCopy.Here, StringComparison.Ordinal))
        {
            Assert.Equal((line, column), (finding.Line, finding.Column));
        }
    }

    private static Programme Pilot() => Flex.Web.Data.Programmes.ProgrammeLibrary.Load(ProgrammeCopy.Original, ProgrammeCopy.Today).Programmes["zuid-limburg-2021"];

    private static void Item(JsonElement item, List<JsonElement> all)
    {
        Assert.Empty(item.EnumerateObject().Select(e => e.Name).Except(ItemElements));
        Assert.Contains(Text(item, "type"), Types);
        Extensions(item);
        if (item.TryGetProperty("answerOption", out var options))
        {
            Assert.Contains(Text(item, "type"), new[] { "choice", "open-choice" }); // constraint que-5
            Assert.All(options.EnumerateArray(), o => Assert.Matches(@"^[^\s]+(\s[^\s]+)*$", Text(o.GetProperty("valueCoding"), "code")));
        }

        if (item.TryGetProperty("enableWhen", out var conditions))
        {
            Assert.All(conditions.EnumerateArray(), c => Assert.Contains(Text(c, "question"), all.Select(i => Text(i, "linkId"))));
        }
    }

    private static void Extensions(JsonElement element) =>
        Assert.All(element.GetProperty("extension").EnumerateArray(), e =>
        {
            Assert.True(Uri.IsWellFormedUriString(Text(e, "url"), UriKind.Absolute));
            Assert.Single(e.EnumerateObject(), p => p.Name.StartsWith("value", StringComparison.Ordinal)); // constraint ext-1
        });

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
