namespace Flex.Web.Tests.Programmes;

/// <summary>A programme that exists nowhere: one pillar of three places, other classes, insurers and an income condition, its own small factsheet.</summary>
internal static class MadeUpProgramme
{
    public const string Code = "derde";

    /// <summary>The repository's programmes with this one beside them.</summary>
    public static ProgrammeCopy Beside()
    {
        var copy = new ProgrammeCopy();
        copy.Write("derde/programme.json", Json);
        copy.Write("derde/criteria/v1.json", Criteria);
        copy.Write("derde/factsheet.json", Factsheet);
        return copy;
    }

    private const string Json = """
        {
          "code": "derde", "name": "Derde Proef", "description": "Verzonnen voor een test.",
          "acceptsApplications": true, "isReconstruction": false, "evaluationWithoutAnswer": { "counts": true, "source": "test" }, "publicationThreshold": { "count": 3, "source": "test" },
          "periods": {
            "applications": { "from": "2026-01-01", "until": "2026-12-31", "source": "test" },
            "care": { "from": "2026-01-01", "until": null, "source": "test" },
            "evaluation": { "from": "2026-01-01", "until": "2026-12-31", "source": "test" }
          },
          "partners": [{ "code": "geboortezorg-limburg", "name": "Kraamzorg in Utrecht", "roles": ["kraamzorg"], "source": "test" }],
          "municipalities": { "codes": ["GM0344"], "source": "test" },
          "providers": [{ "code": "moederhuis", "name": "Moederhuis", "takenOverBy": null, "takenOverFrom": null, "source": "test" }],
          "pillars": [{ "number": 1, "name": "Hulp aan huis", "description": "Hulp.", "places": 3, "averageHours": null, "source": "test" }],
          "criteria": [{ "version": "v1", "applied": true }],
          "hourBins": { "source": "test", "bins": [
            { "label": "1-8", "fromQuarters": 1, "belowQuarters": 36 },
            { "label": "9+", "fromQuarters": 36, "belowQuarters": null }
          ] },
          "referenceFigures": []
        }
        """;

    private const string Criteria = """
        { "version": "v1", "validFrom": "2026-01-01", "source": "test", "pillars": [{ "pillar": 1, "conditions": [
          { "kind": "class-in", "codes": ["zelfredzaam", "potentieel-kwetsbaar"] },
          { "kind": "municipality-in", "codes": ["GM0344"] },
          { "kind": "insurer-concern-in", "codes": ["vgz", "ander"] },
          { "kind": "income-at-most", "amount": 31250.5 },
          { "kind": "place-left" }
        ] }] }
        """;

    private const string Factsheet = """
        { "sections": [{ "code": "alles", "title": "Alles", "texts": [], "figures": [
          { "code": "wie", "label": "Wie meldde aan?", "indicator": "applicant", "parameters": {}, "chart": "bars", "invented": null, "categories": [
            { "code": "verloskundige", "label": "Verloskundige" }, { "code": "jgz", "label": "JGZ" }, { "code": "gezamenlijk", "label": "Samen" },
            { "code": "maatschappelijk-werk", "label": "Maatschappelijk werk" }, { "code": "overig", "label": "Overig" } ] },
          { "code": "klasse", "label": "Mate van kwetsbaarheid", "indicator": "vulnerability-class", "parameters": {}, "chart": "columns", "invented": null, "categories": [
            { "code": "zelfredzaam", "label": "Zelfredzaam" }, { "code": "potentieel-kwetsbaar", "label": "Potentieel kwetsbaar" }, { "code": "kwetsbaar", "label": "Kwetsbaar" },
            { "code": "zeer-kwetsbaar", "label": "Zeer kwetsbaar" }, { "code": "onbekend", "label": "Onbekend" } ] },
          { "code": "deelnemers", "label": "Deelnemers", "indicator": "participants-per-pillar", "parameters": {}, "chart": "bars", "invented": null, "categories": [
            { "code": "1", "label": "Hulp aan huis" } ] },
          { "code": "uren", "label": "Uren", "indicator": "care-hours", "parameters": { "pillar": "1" }, "chart": "columns", "invented": null, "categories": "hour-bins" }
        ] }] }
        """;
}
