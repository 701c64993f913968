using Flex.Domain.Dossiers;

namespace Flex.Domain.Trust;

/// <summary>What is kept apart of a shielded address; null is "not known".</summary>
public sealed record ShieldedAddress(string? Postcode, string? HouseNumber, string? Telephone)
{
    /// <summary>Whether anything is known.</summary>
    public bool Any => (Postcode ?? HouseNumber ?? Telephone) is not null;
}

/// <summary>How an address is shielded from now on.</summary>
/// <param name="Kind">A code of <see cref="AddressShield.Kinds"/>.</param>
/// <param name="Because">Why; always there when it is shielded no more.</param>
/// <param name="Typed">A new address, or nothing when it stays what it was.</param>
public sealed record SaidShield(string Kind, string? Because, ShieldedAddress Typed);

/// <summary>Reads how an address is shielded.</summary>
public static class ShieldText
{
    private const int LongestReason = 2000;

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static SaidShield? Parse(FieldReader read)
    {
        var kind = read.Code("afscherming", AddressShield.Kinds, null);
        var typed = new ShieldedAddress(MotherText.Postcode(read), MotherText.HouseNumber(read), read.Telephone("telefoon"));
        var because = read.Note("toelichting", LongestReason);
        if (kind == AddressShield.None && because is null && read.Problems.Count == 0)
        {
            read.Wrong("toelichting", "Schrijf op waarom het adres niet meer afgeschermd hoeft te zijn.");
        }

        if (kind == AddressShield.None && typed.Any)
        {
            read.Wrong("afscherming", "U schermt het adres niet meer af. Vul het daarna in bij Gegevens verbeteren.");
        }

        return read.Problems.Count == 0 ? new(kind, because, typed) : null;
    }
}
