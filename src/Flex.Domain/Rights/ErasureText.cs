using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Rights;

/// <summary>Reads a request to destroy and the decision about it.</summary>
public static class ErasureText
{
    private const string Grant = "toewijzen";
    private const int LongestReason = 2000;

    /// <summary>In what capacity somebody can ask (WGBO: BW 7:447, 7:450 and 7:465).</summary>
    public static IReadOnlyList<AnswerOption> Capacities { get; } =
    [
        new("moeder", "De moeder zelf"), new("andere-ouder", "De andere ouder met gezag, voor het kind"), new("voogd", "Een voogd of gecertificeerde instelling"),
        new("vertegenwoordiger", "Een mentor, curator of schriftelijk gemachtigde"), new("kind", "Het kind zelf, 16 jaar of ouder"),
    ];

    /// <summary>What can be decided.</summary>
    public static IReadOnlyList<AnswerOption> Outcomes { get; } = [new(Grant, "Toewijzen: het dossier wordt vernietigd"), new("weigeren", "Weigeren")];

    /// <summary>On what ground a request can be refused, and no other.</summary>
    public static IReadOnlyList<AnswerOption> Grounds { get; } =
    [
        new("belang-ander", "Bewaren is van aanmerkelijk belang voor een ander dan wie erom vraagt (BW 7:455 lid 2)"),
        new("wet", "Een wet verzet zich tegen vernietiging (BW 7:455 lid 2)"),
        new("rechtsvordering", "De gegevens zijn nodig voor een rechtsvordering (AVG artikel 17 lid 3 onder e)"),
        new("niet-bevoegd", "Wie erom vraagt mag dit niet voor dit gezin beslissen (BW 7:447, 7:450 en 7:465)"),
    ];

    /// <summary>The request, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static AskedErasure? Ask(FieldReader read)
    {
        var capacity = read.Code("vraagt_als", Capacities, null);
        var by = read.Line("naam_verzoeker", "Vul in wie erom vraagt.");
        var on = read.RequiredDay("gevraagd_op", future: false, "Vul in op welke dag erom gevraagd is.");
        return read.Problems.Count == 0 ? new(on, by, capacity) : null;
    }

    /// <summary>The decision, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static DecidedErasure? Decide(FieldReader read)
    {
        var granted = read.Code("besluit", Outcomes, null) == Grant;
        var ground = granted || read.Text("besluit") is null ? null : read.Code("weigergrond", Grounds, null);
        var because = read.Note("toelichting", LongestReason);
        if (ground is not null && because is null && read.Text("toelichting") is null)
        {
            read.Wrong("toelichting", "Leg uit waarom u weigert. Het gezin krijgt deze uitleg.");
        }

        if (granted && read.Text("weigergrond") is not null)
        {
            read.Wrong("weigergrond", "U wijst toe: kies dan geen grond om te weigeren.");
        }

        return read.Problems.Count == 0 ? new(ground, because) : null;
    }
}
