using Flex.Web.Data.Programmes;
using Xunit;

namespace Flex.Web.Tests.Programmes;

/// <summary>Each way to break a file is told with the file, the place (the mark ‸ in the edit) and what to do.</summary>
public sealed class A_broken_programme_file
{
    private const string Own = "national/own-contribution.json";
    private const string Insurers = "national/insurers.json";
    private const string Pilot = "zuid-limburg-2021/programme.json";
    private const string Criteria = "zuid-limburg-2021/criteria/v-factsheet.json";
    private const string Plain = "national/plain-words.json";
    private const string Contradictions = "national/contradictions.json";
    private const string Start = "zuid-limburg-2021/questionnaires/start/1.json";
    private const string Kraamzorg = "national/kraamzorg.json";
    private const string Sheet = "zuid-limburg-2021/factsheet.json";

    [Theory]
    [InlineData("unknown field", Own, "\"perHour\": 4.60", "‸\"perHuur\": 4.60", "\"perHuur\" is hier geen bekend veld", "schrijf het als een van")]
    [InlineData("missing field", Own, "{ \"from\": \"2021-01-01\",", "‸{", "\"from\" ontbreekt", "Voeg \"from\" toe")]
    [InlineData("wrong type", Pilot, "\"places\": 150", "\"places\": ‸\"150\"", "iets anders dan verwacht", "geheel getal")]
    [InlineData("wrong truth", Pilot, "\"acceptsApplications\": true", "\"acceptsApplications\": ‸\"ja\"", "iets anders dan verwacht", "true of false")]
    [InlineData("no such day", Pilot, "\"until\": \"2023-05-31\"", "\"until\": ‸\"2023-05-32\"", "iets anders dan verwacht", "datum zoals")]
    [InlineData("tenth of a cent", Own, "4.60", "‸4.605", "iets anders dan verwacht", "hooguit twee decimalen")]
    [InlineData("backward period", Pilot, "\"until\": \"2024-06-30\"", "\"until\": ‸\"2020-06-30\"", "eindigt voordat zij begint", "op of na from")]
    [InlineData("evaluation too long", Pilot, "\"evaluation\": {\n      \"from\": \"2021-11-01\",\n      \"until\": \"2023-05-31\"", "\"evaluation\": ‸{\n      \"from\": \"2021-11-01\",\n      \"until\": \"2024-05-31\"", "buiten de periode van aanmelding", "binnen applications")]
    [InlineData("missing source", Own, ", \"source\": \"hetkraamkloppertje.nl (kraamzorgaanbieder)\"", ", \"source\": ‸\"\"", "De bron ontbreekt", "waar dit vandaan komt")]
    [InlineData("no source at all", Pilot, "{ \"code\": \"cz\", \"name\": \"CZ\", \"roles\": [\"verzekeraar\"], \"source\": \"Factsheet Resultaten proeftuin Geboortezorg Flex Zuid-Limburg, onderdeel Algemene informatie\" }", "‸{ \"code\": \"cz\", \"name\": \"CZ\", \"roles\": [\"verzekeraar\"] }", "De bron ontbreekt", "verzin niets")]
    [InlineData("unknown municipality", Criteria, "\"GM0917\"", "‸\"GM9999\"", "\"GM9999\" is geen bekende code voor gemeente", "GM1954")]
    [InlineData("unknown concern", Criteria, "\"vgz\"", "‸\"vzg\"", "\"vzg\" is geen bekende code voor verzekeraarsgroep", "Kies uit: cz, vgz, ander, niet-verzekerd, buitenland, asielopvang.")]
    [InlineData("unknown class", Criteria, "\"kwetsbaar\"", "‸\"erg-kwetsbaar\"", "\"erg-kwetsbaar\" is geen bekende code voor klasse", "zeer-kwetsbaar")]
    [InlineData("unknown condition", Criteria, "\"place-left\"", "‸\"plaats-vrij\"", "\"plaats-vrij\" is geen bekende code voor soort voorwaarde", "place-left")]
    [InlineData("unknown provider", Criteria, "\"geboortezorg-limburg\"", "‸\"kraamzorg-x\"", "\"kraamzorg-x\" is geen bekende code voor aanbieder", "geboortezorg-limburg")]
    [InlineData("unknown pillar", Criteria, "\"pillar\": 2", "\"pillar\": ‸3", "Pijler 3 bestaat niet", "Kies uit: 1, 2")]
    [InlineData("empty list", Criteria, "\"codes\": [\"geboortezorg-limburg\"]", "\"codes\": ‸[]", "Deze lijst met codes (aanbieder van dit programma) is leeg", "ten minste één")]
    [InlineData("overlapping tariff", Own, "\"from\": \"2022-01-01\"", "\"from\": ‸\"2021-12-31\"", "overlapt een andere eigen bijdrage", "op de dag voor de volgende")]
    [InlineData("unknown sureness", Own, "\"sureness\": \"verified\"", "\"sureness\": ‸\"zeker\"", "\"zeker\" is geen bekende code voor zekerheid", "verified, secondary")]
    [InlineData("UZOVI in two concerns", Insurers, "\"label\": \"Zilveren Kruis\", \"uzovi\": \"3311\"", "\"label\": \"Zilveren Kruis\", \"uzovi\": ‸\"9664\"", "UZOVI 9664 hoort al bij groep \"cz\"", "één groep")]
    [InlineData("same label twice", Insurers, "\"label\": \"OHRA\"", "\"label\": ‸\"CZ\"", "\"CZ\" staat al eerder", "Haal een van de twee weg")]
    [InlineData("two versions applied", Pilot, "\"v-early\", \"applied\": false },\n    { \"version\": \"v-factsheet\", \"applied\": true }", "\"v-early\", \"applied\": true },\n    { \"version\": \"v-factsheet\", \"applied\": ‸true }", "deze heeft geen eerste dag", "Zet applied op false")]
    [InlineData("criteria begin late", Criteria, "\"validFrom\": null", "\"validFrom\": \"2021-11-02\"", "Voor aanmeldingen voor deze versie zijn er geen criteria", "een oudere versie")]
    [InlineData("contradiction of an unknown factor", Contradictions, "\"protective\": \"P3\"", "\"protective\": ‸\"R3\"", "\"R3\" is geen bekende code voor beschermende factor", "P1")]
    [InlineData("contradiction of unknown weight", Contradictions, "\"weight\": \"notice\"", "\"weight\": ‸\"soft\"", "\"soft\" is geen bekende code voor gewicht", "notice, explain")]
    [InlineData("factor without a plain sentence", Plain, "{ \"code\": \"R1\", \"sentence\": \"U hebt zorgen over geld.\" },", "", "Factor R1 heeft geen zin in eenvoudig Nederlands", "notNamed")]
    [InlineData("plain sentence of an unknown factor", Plain, "\"U4\"]", "\"U4\", ‸\"U9\"]", "\"U9\" is geen bekende code voor factor", "andere")]
    [InlineData("plain words forgotten", Pilot, "\"words\": { \"name\": \"kraamzorg zonder eigen bijdrage\", ", "\"words\": ‸{ ", "\"name\" ontbreekt", "Voeg \"name\" toe")]
    [InlineData("no version applied", Pilot, "\"criteria\": [\n    { \"version\": \"v-early\", \"applied\": false },\n    { \"version\": \"v-factsheet\", \"applied\": true }", "\"criteria\": ‸[\n    { \"version\": \"v-early\", \"applied\": false },\n    { \"version\": \"v-factsheet\", \"applied\": false }", "Geen versie van de criteria", "op true")]
    [InlineData("version named otherwise", Criteria, "\"version\": \"v-factsheet\"", "\"version\": ‸\"v-2\"", "\"v-2\" is geen bekende code voor deze versie", "v-factsheet")]
    [InlineData("overlapping bins", Pilot, "\"fromQuarters\": 44", "\"fromQuarters\": ‸40", "Deze klasse overlapt \"5-10\"", "Begin waar de vorige klasse ophoudt")]
    [InlineData("gap between bins", Pilot, "\"fromQuarters\": 44", "\"fromQuarters\": ‸48", "vallen kwartieren in geen enkele klasse", "Begin bij 44")]
    [InlineData("first bin too high", Pilot, "\"bins\": [\n      { \"label\": \"1-4\", \"fromQuarters\": 1,", "\"bins\": ‸[\n      { \"label\": \"1-4\", \"fromQuarters\": 4,", "beginnen of eindigen verkeerd", "1 kwartier")]
    [InlineData("places undecided", Pilot, "\"places\": 150", "\"places\": ‸null", "heeft per pijler een aantal plaatsen nodig", "acceptsApplications op false")]
    [InlineData("periods undecided", "maastricht-concept/programme.json", "\"acceptsApplications\": false", "\"acceptsApplications\": true", "heeft perioden nodig", "acceptsApplications op false")]
    [InlineData("unknown indicator", Sheet, "\"indicator\": \"applicant\"", "\"indicator\": ‸\"aanmelders\"", "\"aanmelders\" is geen bekende code voor cijfer", "applicant")]
    [InlineData("unknown question", Sheet, "\"item\": \"woning\"", "\"item\": ‸\"huis\"", "\"huis\" is geen bekende code voor vraag", "woning")]
    [InlineData("unknown questionnaire", Sheet, "\"questionnaire\": \"half-jaar\"", "\"questionnaire\": ‸\"kwartaal\"", "\"kwartaal\" is geen bekende code voor vragenlijst", "half-jaar, start")]
    [InlineData("unknown pillar of a figure", Sheet, "\"pillar\": \"2\"", "\"pillar\": ‸\"4\"", "\"4\" is geen bekende code voor pijler", "Kies uit: 1, 2")]
    [InlineData("parameter forgotten", Sheet, "\"parameters\": { \"k\": \"1\" }", "\"parameters\": ‸{  }", "\"k\" ontbreekt", "Voeg \"k\" toe")]
    [InlineData("parameter unknown", Sheet, "\"parameters\": { \"k\": \"1\" }", "\"parameters\": { \"k\": \"1\", ‸\"m\": \"1\" }", "\"m\" is hier geen bekend veld", "k")]
    [InlineData("category no answer", Sheet, "{ \"code\": \"huur\",", "{ \"code\": ‸\"kraak\",", "\"kraak\" is geen bekende code voor antwoord op vraag \"woning\"", "huur, koop, anders")]
    [InlineData("answer left out", Start, "{ \"code\": \"koop\", \"label\": \"Koop\" }", "{ \"code\": \"koop\", \"label\": \"Koop\" }, { \"code\": \"boot\", \"label\": \"Woonboot\" }", "Het antwoord \"boot\" op vraag \"woning\" ontbreekt in de grafiek", "Voeg het toe")]
    [InlineData("unknown range of categories", Sheet, "\"categories\": \"hour-bins\"", "\"categories\": ‸\"uren\"", "\"uren\" is geen bekende reeks categorieën", "hour-bins")]
    [InlineData("unknown chart", Sheet, "\"chart\": \"bars\"", "\"chart\": ‸\"taart\"", "\"taart\" is geen bekende code voor soort grafiek", "bars, stacked, columns, share")]
    [InlineData("figure twice", Sheet, "\"code\": \"partner\"", "\"code\": ‸\"werk\"", "Het cijfer \"werk\" staat al eerder", "eigen code")]
    [InlineData("field twice", Start, "\"code\": \"start\",", "\"code\": \"start\", ‸\"code\": \"start\",", "\"code\" staat hier twee keer", "Haal een van de twee weg")]
    [InlineData("parent unknown", "national/factors/1.json", "\"parent\": \"R4\"", "\"parent\": ‸\"R9\"", "\"R9\" is geen bekende code voor een hoofdfactor", "R1")]
    [InlineData("broken JSON", Start, "\"version\": \"1\",", "\"version\": \"1\"", "geen geldige JSON", "komma")]
    [InlineData("extension of an unknown concern", Kraamzorg, "\"concern\": \"cz\"", "\"concern\": ‸\"czz\"", "\"czz\" is geen bekende code voor verzekeraarsgroep", "cz, vgz")]
    [InlineData("two extensions of one day", Kraamzorg, "\"concern\": \"cz\", \"from\": \"2024-01-01\"", "\"concern\": null, \"from\": ‸\"2024-01-01\"", "overlapt een andere", "op de dag voor de volgende")]
    [InlineData("extension of an unknown class", Kraamzorg, "\"classes\": \"zeer-kwetsbaar\", \"byMidwife\": true, \"contiguous\": true", "\"classes\": ‸\"erg\", \"byMidwife\": true, \"contiguous\": true", "\"erg\" is geen klasse", "kwetsbaar|zeer-kwetsbaar")]
    [InlineData("a part of a quarter", Kraamzorg, "\"stayHoursBottle\": 5.5", "\"stayHoursBottle\": ‸5.55", "geen geheel aantal kwartieren", "zoals 5.5")]
    [InlineData("indicator without owner", "indicators/helpers.sql", "-- owner:", "-- eigenaar:", "mist \"owner\"", "-- owner:")]
    public void Is_told_with_its_place(string kind, string file, string old, string @new, string problem, string whatToDo)
    {
        using var copy = new ProgrammeCopy();
        var (line, column) = copy.Edit(file, old, @new);

        var findings = copy.Findings().Where(f => f.Problem.Contains(problem)).ToArray();

        Assert.True(findings.Length > 0, $"{kind}: not told; told were: {string.Join("; ", copy.Findings())}");
        Assert.Contains(findings, f => f.WhatToDo.Contains(whatToDo));
        if (@new.Contains(ProgrammeCopy.Here))
        {
            Assert.Contains(findings, f => (f.File, f.Line, f.Column) == (file, line, column));
        }
    }

    [Fact]
    public void Is_told_together_with_all_others()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit(Own, "4.60", "\"4,60\"");
        copy.Edit(Pilot, "\"places\": 150", "\"places\": -1");
        copy.Edit(Sheet, "\"applicant\"", "\"aanmelders\"");

        var error = Assert.Throws<ProgrammeFileException>(() => copy.Load());

        Assert.Equal([Own, Pilot, Sheet], error.Findings.Select(f => f.File));
        Assert.All(error.Findings, f => Assert.Contains(f.ToString(), error.Message));
    }

    [Fact]
    public void Broken_json_is_told_where_the_reader_stops()
    {
        using var copy = new ProgrammeCopy();
        var (line, column) = copy.Edit(Start, "\"version\": \"1\",\n  \"title\"", "\"version\": \"1\"\n  ‸\"title\"");
        Assert.Equal((Start, line, column), Assert.Single(copy.Findings(), f => f.File == Start) is var f ? (f.File, f.Line, f.Column) : default);
    }

    [Fact]
    public void Another_encoding_is_told()
    {
        using var copy = new ProgrammeCopy();
        File.WriteAllBytes(Path.Combine(copy.Folder, Own), [.. "{\n  \"rates\": [ \"prijs "u8, 0xE9, .. "\" ] }"u8]);
        Assert.Equal(new Finding(Own, 2, 21, "Dit bestand is geen UTF-8.", "Bewaar het opnieuw als UTF-8."), copy.Findings().First(f => f.File == Own));
    }

    [Fact]
    public void A_column_counts_characters_not_bytes()
    {
        using var copy = new ProgrammeCopy();
        var (line, column) = copy.Edit(Insurers, "\"label\": \"Univé\", \"uzovi\": \"0101\"", "\"label\": \"Univé\", \"uzovi\": ‸101");
        Assert.Contains(copy.Findings(), f => (f.File, f.Line, f.Column) == (Insurers, line, column));
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        using var copy = new ProgrammeCopy();
        File.Delete(Path.Combine(copy.Folder, Criteria));
        Assert.Contains(copy.Findings(), f => f.File == Criteria && f.Problem == "Dit bestand ontbreekt.");
    }

    [Fact]
    public void A_version_that_the_programme_does_not_name_is_told()
    {
        using var copy = new ProgrammeCopy();
        File.Copy(Path.Combine(copy.Folder, Criteria), Path.Combine(copy.Folder, "zuid-limburg-2021/criteria/v-3.json"));
        Assert.Equal("zuid-limburg-2021/criteria/v-3.json", Assert.Single(copy.Findings()).File);
    }

    [Fact]
    public void Two_versions_from_the_same_day_overlap()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit("zuid-limburg-2021/criteria/v-early.json", "\"validFrom\": null", "\"validFrom\": \"2021-11-01\"");
        var (line, column) = copy.Edit(Criteria, "\"validFrom\": null", "\"validFrom\": ‸\"2021-11-01\"");
        var finding = Assert.Single(copy.Findings());
        Assert.Equal((Criteria, line, column), (finding.File, finding.Line, finding.Column));
        Assert.Contains("overlapt", finding.Problem);
    }
}
