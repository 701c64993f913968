using Flex.Domain.Trust;
using Flex.Web.Data;

namespace Flex.Web.Tests.Trust;

/// <summary>A dossier in which everything was said once, and which of it is left when somebody looks.</summary>
internal static class WholeRecord
{
    private static readonly DateOnly Day = new(2023, 5, 14);

    public static DossierRecord Through(RelationKind relation) => new(
        new(Guid.NewGuid(), "p", "o", "Anna", Day, "6411AB", Day, "verloskundige", "1", "ja", Day, null, null, [1], 100, "een opmerking") { Relations = [relation], Said = ApplicationSaid.Nothing with { Authority = "moeder" } },
        [new(Day, null, "GM0917", null)],
        [],
        [new(Guid.NewGuid(), Day, "iemand", "onvoldoende", "kwetsbaar", 1, 1, "1", "1", [("R1", "aanwezig", true)]) { SetBecause = "omdat" }],
        [new(Guid.NewGuid(), 1, "toegelaten", "toelaten", Day, "iemand", null, "1", [], Guid.NewGuid())],
        [new(Guid.NewGuid(), 1, Day, 4, "Verzorgende", "een notitie", Guid.NewGuid())],
        [new("start", "1", Day, 3, true)],
        [new(1, 2, 1)],
        new([new(Guid.NewGuid(), 1, "bevestigd", Day, null, null, null, null, null)], [], [], [], [], [], [], [new(Guid.NewGuid(), Day, "iemand", "gesprek", Guid.NewGuid())], [], [], [], [new(1, Day, Day, 4)], [], new([], [], [])))
    { Sights = Sights.Nothing };

    /// <summary>The data of the model that are still there.</summary>
    public static IEnumerable<string> Left(DossierRecord seen)
    {
        foreach (var data in (string[])["naam", "contact", "bsn", "adres"])
        {
            yield return data;
        }

        foreach (var (data, there) in new[]
        {
            ("aanvraag", seen.Head.Note is not null || seen.Head.Said.Authority is not null || seen.Assessments.Any(a => a.Factors.Count > 0 || a.SetBecause is not null)),
            ("klasse", seen.Assessments.Count > 0),
            ("besluit", seen.Decisions.Count + seen.Places.Count + seen.Life.Held.Count + seen.Life.Told.Count > 0),
            ("zorguren-regels", seen.Care.Count > 0),
            ("zorguren-som", seen.Life.CareSums.Count > 0),
            ("opmerking-bij-zorg", seen.Care.Any(c => c.Note is not null)),
            ("lijst-ingevuld", seen.Responses.Count > 0),
        }.Where(d => d.Item2))
        {
            yield return data;
        }
    }
}
