namespace Flex.Domain.Identities;

/// <summary>A person of a dossier, with or without a BSN: the mother, or a child by its number in the birth. The id follows from both and never changes, so that a child gets its number later without losing what was known of it.</summary>
public static class PersonId
{
    /// <summary>The code of the mother.</summary>
    public const string Mother = "mother";

    private const string Child = "child-";

    /// <summary>The code of a child, by its number in the birth from 1 to 9.</summary>
    public static string OfChild(int number) => number is >= 1 and <= 9 ? $"{Child}{number}" : throw new ArgumentOutOfRangeException(nameof(number));

    /// <summary>The number of a child in the birth; null for the mother and for no code.</summary>
    public static int? NumberOf(string person) => person.StartsWith(Child, StringComparison.Ordinal) && person.Length == Child.Length + 1 && person[^1] is >= '1' and <= '9' and var digit ? digit - '0' : null;

    /// <summary>The internal id: the mother's is that of the dossier, a child's the same with its last byte turned by its number.</summary>
    public static Guid Of(Guid dossier, string person)
    {
        var bytes = dossier.ToByteArray();
        bytes[15] ^= person == Mother ? (byte)0 : (byte)(NumberOf(person) ?? throw new ArgumentException("No person of a dossier.", nameof(person)));
        return new(bytes);
    }
}
