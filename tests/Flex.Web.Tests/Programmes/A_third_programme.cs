using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Xunit;

namespace Flex.Web.Tests.Programmes;

/// <summary>One pillar, other classes, places and insurers, an income condition: by data alone.</summary>
public sealed class A_third_programme
{
    private const string Json = """
        {
          "code": "derde", "name": "Derde", "description": "Verzonnen voor een test.",
          "acceptsApplications": true, "isReconstruction": false, "evaluationWithoutAnswer": { "counts": true, "source": "test" }, "publicationThreshold": null,
          "periods": {
            "applications": { "from": "2026-01-01", "until": null, "source": "test" },
            "care": { "from": "2026-01-01", "until": null, "source": "test" },
            "evaluation": { "from": "2026-01-01", "until": null, "source": "test" }
          },
          "partners": [],
          "municipalities": { "codes": ["GM0344"], "source": "test" },
          "providers": [],
          "pillars": [{ "number": 1, "name": "Hulp", "description": "Hulp.", "places": 3, "averageHours": null, "source": "test" }],
          "criteria": [{ "version": "v1", "applied": true }],
          "hourBins": null,
          "referenceFigures": []
        }
        """;

    private const string Criteria = """
        { "version": "v1", "validFrom": "2026-01-01", "source": "test", "pillars": [{ "pillar": 1, "conditions": [
          { "kind": "class-in", "codes": ["zelfredzaam"] },
          { "kind": "insurer-concern-in", "codes": ["ander"] },
          { "kind": "income-at-most", "amount": 31250.5 },
          { "kind": "place-left" }
        ] }] }
        """;

    [Fact]
    public void Loads_by_data_alone()
    {
        using var copy = new ProgrammeCopy();
        copy.Write("derde/programme.json", Json);
        copy.Write("derde/criteria/v1.json", Criteria);

        var third = copy.Load().Programmes["derde"];

        Assert.Equal([ConditionKind.ClassIn, ConditionKind.InsurerConcernIn, ConditionKind.IncomeAtMost, ConditionKind.PlaceLeft], third.CriteriaOn(new(2026, 6, 1)).Pillars[0].Conditions.Select(c => c.Kind));
        Assert.Equal(new Cents(3125050), third.CriteriaOn(new(2026, 6, 1)).Pillars[0].Conditions[2].Amount);
        Assert.Empty(third.Factsheet);
    }
}
