using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Rights;

/// <summary>The closed lists of a request for a copy, as codes with their Dutch words.</summary>
public static class CopyCodes
{
    /// <summary>What is about the mother.</summary>
    public const string Mother = "moeder";

    /// <summary>What is about the child or children.</summary>
    public const string Child = "kind";

    /// <summary>What is about her partner: factors about a partner are his data.</summary>
    public const string Partner = "partner";

    /// <summary>What the mother answered in questionnaires: hers, and reviewed by somebody who does not decide about a place.</summary>
    public const string Answers = "vragenlijsten";

    /// <summary>Handed over by a person to a person: the only way when nothing written may leave for the family.</summary>
    public const string InPerson = "in-persoon";

    /// <summary>The ground that is not named to who asked: naming it would tell.</summary>
    public const string Unnamed = "meldcode";

    /// <summary>What can be asked for; the answers to questionnaires go with the mother's part.</summary>
    public static IReadOnlyList<AnswerOption> Parts { get; } = [new(Mother, "De moeder"), new(Child, "Het kind"), new(Partner, "De partner")];

    /// <summary>Every part that is reviewed apart.</summary>
    public static IReadOnlyList<AnswerOption> Reviewed { get; } = [.. Parts, new(Answers, "De vragenlijsten van de moeder")];

    /// <summary>In what capacity somebody can ask (AVG artikel 15; BW 7:447, 7:456 and 7:465).</summary>
    public static IReadOnlyList<AnswerOption> Capacities { get; } =
    [
        new("moeder", "De moeder zelf"), new("minderjarige", "De moeder zelf, jonger dan 18"), new("andere-ouder", "De andere ouder met gezag"), new("voogd", "De voogd"),
        new("mentor", "De mentor of curator van de moeder"), new("partner", "De partner, over zichzelf"),
    ];

    /// <summary>How was made sure who asks; without it nothing is handed over (AVG artikel 12 lid 6).</summary>
    public static IReadOnlyList<AnswerOption> IdentityChecks { get; } =
        [new("document", "Identiteitsbewijs gezien"), new("bekend", "Bekend van een eerdere controle, en zelf aanwezig"), new("gezag", "Identiteitsbewijs en bewijs van gezag, mentorschap of voogdij gezien")];

    /// <summary>Why a line can be left out (AVG artikel 15 lid 4, UAVG artikel 41, BW 7:456).</summary>
    public static IReadOnlyList<AnswerOption> OmissionGrounds { get; } =
    [
        new("ander", "Het gaat over iemand anders, die er belang bij heeft dat het niet bekend wordt"), new(Unnamed, "Het kan een stap van de meldcode verraden of iemand in gevaar brengen"),
        new("in-vertrouwen", "Iemand anders vertelde dit in vertrouwen"), new("terug", "Toch meegeven"),
    ];

    /// <summary>Why a part can be refused as a whole.</summary>
    public static IReadOnlyList<AnswerOption> RefusalGrounds { get; } =
    [
        new("niet-bevoegd", "Wie erom vraagt mag dit niet voor deze persoon vragen (BW 7:450 en 7:465; BW 1:253i)"), new("belang-kind", "Het belang van het kind verzet zich ertegen (BW 7:457 lid 3)"),
        new("rechten-ander", "De rechten van een ander wegen zwaarder (AVG artikel 15 lid 4)"),
    ];

    /// <summary>How it can be handed over.</summary>
    public static IReadOnlyList<AnswerOption> Ways { get; } =
        [new(InPerson, "In handen gegeven, bij een afspraak"), new("brief", "Per aangetekende brief"), new("bestand", "Als bestand, langs een beveiligde weg die de vrager koos")];

    /// <summary>For whose part somebody can ask in a capacity: one parent does not receive what the other told.</summary>
    public static IReadOnlyList<string> PartsOf(string capacity) => capacity switch
    {
        "moeder" or "minderjarige" => [Mother, Child],
        "mentor" => [Mother],
        "andere-ouder" => [Child, Partner],
        "voogd" => [Child],
        "partner" => [Partner],
        _ => [],
    };

    /// <summary>
    /// In whose part stands what somebody asked or said in a capacity, when a copy is made for <paramref name="asker"/>; null: in none. What another than the
    /// mother said is for who speaks in that same capacity, and for nobody beside him.
    /// </summary>
    public static string? PartOf(string capacity, string asker) => capacity switch
    {
        "andere-ouder" or "partner" => capacity == asker ? Partner : null,
        "voogd" => capacity == asker ? Child : null,
        _ => Mother,
    };

    /// <summary>Whether what is kept of the partner is given to <paramref name="asker"/>: the other parent with authority need not be the partner.</summary>
    public static bool IsPartners(string asker) => asker != "andere-ouder";

    /// <summary>The ways that are safe for a family: nothing written leaves where that was not said to be safe, whoever asks.</summary>
    public static IReadOnlyList<AnswerOption> WaysFor(SafeContact? contact) => [.. Ways.Where(w => w.Code == InPerson
        || (w.Code == "brief" && contact?.Allows(SafeContactCodes.Letter) == true) || (w.Code == "bestand" && contact?.Allows(SafeContactCodes.Mail) == true))];
}
