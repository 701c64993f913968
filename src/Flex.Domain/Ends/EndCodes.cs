using Flex.Domain.Programmes;

namespace Flex.Domain.Ends;

/// <summary>The named ways in which a dossier ends, as codes with their Dutch words.</summary>
public static class EndCodes
{
    /// <summary>The care is over.</summary>
    public const string Completed = "afgerond";

    /// <summary>Nobody was admitted.</summary>
    public const string Refused = "afgewezen";

    /// <summary>The pregnancy ended without a birth.</summary>
    public const string NoBirth = "geen-geboorte";

    /// <summary>The child died.</summary>
    public const string ChildDied = "kind-overleden";

    /// <summary>The mother died.</summary>
    public const string MotherDied = "moeder-overleden";

    /// <summary>The child lives with somebody else: who receives care and who may agree is asked.</summary>
    public const string PlacedElsewhere = "elders-geplaatst";

    /// <summary>The family has another dossier, which goes on; a person says so while judging a resemblance.</summary>
    public const string Double = "dubbel";

    /// <summary>The family does not take part after all.</summary>
    public const string Withdrawn = "ingetrokken";

    /// <summary>What an applicant is told of a family that did not go on: not whether it had a dossier already.</summary>
    public const string WentNoFurther = "niet-doorgegaan";

    /// <summary>The ways that a person chooses from; a double dossier ends elsewhere.</summary>
    public static IReadOnlyList<AnswerOption> Ways { get; } =
    [
        new(Completed, "De zorg is afgerond"),
        new(Withdrawn, "Het gezin ziet ervan af"),
        new(Refused, "Er is geen plaats toegekend"),
        new("verhuisd", "Het gezin is verhuisd"),
        new(PlacedElsewhere, "Het kind woont ergens anders"),
        new(NoBirth, "De zwangerschap is geëindigd"),
        new(ChildDied, "Het kind is overleden"),
        new(MotherDied, "De moeder is overleden"),
    ];

    /// <summary>The words of a way, also of one that nobody chooses.</summary>
    public static string LabelOf(string code) => code switch
    {
        Double => "Dit gezin heeft een ander dossier",
        WentNoFurther => "De aanmelding is ingetrokken of was niet nodig",
        _ => Ways.FirstOrDefault(w => w.Code == code)?.Label ?? code,
    };

    /// <summary>Whether an applicant hears only that the family did not go on: two ways that must look alike.</summary>
    public static bool IsKeptFromApplicant(string code) => code is Double or Withdrawn;

    /// <summary>Whether somebody mourns: then no letter and no message leaves, and a person calls.</summary>
    public static bool IsLoss(string code) => code is NoBirth or ChildDied or MotherDied;
}
