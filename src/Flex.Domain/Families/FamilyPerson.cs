namespace Flex.Domain.Families;

/// <summary>Somebody of a family who can be let in, each to a part of his or her own: mother, child and partner are never shown together.</summary>
/// <param name="Code">The stable code, as it is stored.</param>
/// <param name="Words">In Dutch, as the start of a sentence.</param>
/// <param name="Part">In Dutch, whose part it is.</param>
/// <param name="IsMothers">Whether it is the mother's part, to which lists and hours belong.</param>
public sealed record FamilyPerson(string Code, string Words, string Part, bool IsMothers)
{
    /// <summary>Everybody who can be let in.</summary>
    public static IReadOnlyList<FamilyPerson> All { get; } =
    [
        new("moeder", "De moeder", "haar eigen deel", true),
        new("vertegenwoordiger", "Haar voogd, mentor of curator", "het deel van de moeder", true),
        new("andere-ouder", "De andere ouder met gezag", "het deel van het kind", false),
        new("partner", "De partner", "het eigen deel van de partner", false),
    ];

    /// <summary>The one with this code, or null.</summary>
    public static FamilyPerson? Find(string? code) => All.FirstOrDefault(p => p.Code == code);
}
