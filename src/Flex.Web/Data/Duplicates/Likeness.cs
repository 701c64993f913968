using Flex.Domain.Dossiers;
using Bsn = Flex.Domain.Shared.Bsn;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Duplicates;

/// <summary>By what a new application can resemble a dossier.</summary>
/// <param name="Bsn">A keyed hash that is compared and never stored: the same before, during and after a rotation of keys.</param>
internal sealed record Likeness(string? Bsn, DateOnly? MotherBirth, NearName Name, (string Postcode, DateOnly Due)? Household)
{
    public const string SameBsn = "zelfde-bsn";
    public const string SameMother = "zelfde-geboortedatum-en-naam";
    public const string SameHousehold = "zelfde-postcode-en-uitgerekende-datum";

    public static Likeness Of(Application application, KeyRing keys) => new(
        application.Bsn is { } bsn ? Convert.ToHexString(keys.LookUp("gelijk", bsn.Digits)) : null,
        application.MotherBirthDate,
        NearName.Of(application.MotherName),
        application is { Postcode: { } postcode, DueDate: { } due } ? (postcode, due) : null)
    {
        Number = application.Bsn,
    };

    private Bsn? Number { get; init; }

    /// <summary>The hashes under which her BSN may stand in the vault; two while keys are rotated, so asked when they are looked for.</summary>
    public byte[][] BsnHashes(KeyRing keys) => Number is { } bsn ? keys.BsnHashes(bsn.Digits) : [];

    /// <summary>
    /// Two applications of a programme that can be alike have one of these numbers in common: whoever holds its own until it is stored
    /// sees, or is seen by, every other. In one order for all, so that nobody waits for who waits for him. Others do not wait, but for a moment
    /// for who was born on the same day: names that are near have no number in common.
    /// </summary>
    public long[] Locks(string programme, KeyRing keys) =>
    [
        .. new[] { Bsn, MotherBirth is { } birth ? $"{birth:O}" : null, Household is var (postcode, due) ? $"{postcode} {due:O}" : null }.OfType<string>()
            .Select(match => BitConverter.ToInt64(keys.LookUp("alike", programme + "\0" + match))).Order(),
    ];
}

/// <summary>The dossier that a row resembles, with the key under which the waiting row is sealed, and why.</summary>
internal sealed record Resemblance(DossierKey Key, string Why);
