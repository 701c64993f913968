using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>By what a new application can resemble a dossier.</summary>
internal sealed record Likeness(string? Bsn, DateOnly? MotherBirth, string NameKey, (string Postcode, DateOnly Due)? Household)
{
    public const string SameBsn = "zelfde-bsn";
    public const string SameMother = "zelfde-geboortedatum-en-naam";
    public const string SameHousehold = "zelfde-postcode-en-uitgerekende-datum";

    public static Likeness Of(Domain.Dossiers.Application application, KeyRing keys) => new(
        application.Bsn is { } bsn ? Convert.ToHexString(keys.LookUp("bsn", bsn.Digits)) : null,
        application.MotherBirthDate,
        Data.Tables.NameKey.Of(application.MotherName),
        application is { Postcode: { } postcode, DueDate: { } due } ? (postcode, due) : null);
}

/// <summary>The families of one batch that is on its way to the database, so that later rows of the file are compared with them too.</summary>
internal sealed class Families
{
    private readonly Dictionary<string, DossierKey> byBsn = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, List<(string Name, DossierKey Key)>> byBirth = [];
    private readonly Dictionary<(string, DateOnly), DossierKey> byHousehold = [];

    public void Add(NewDossier dossier, Likeness likeness)
    {
        if (likeness.Bsn is { } bsn)
        {
            byBsn.TryAdd(bsn, dossier.Key);
        }

        if (likeness.MotherBirth is { } birth)
        {
            if (!byBirth.TryGetValue(birth, out var born))
            {
                byBirth.Add(birth, born = []);
            }

            born.Add((likeness.NameKey, dossier.Key));
        }

        if (likeness.Household is { } household)
        {
            byHousehold.TryAdd(household, dossier.Key);
        }
    }

    public Resemblance? Find(Likeness likeness)
    {
        if (likeness.Bsn is { } bsn && byBsn.TryGetValue(bsn, out var same))
        {
            return new(same, Likeness.SameBsn);
        }

        if (likeness.MotherBirth is { } birth && byBirth.GetValueOrDefault(birth)?.Find(b => NearNames.Alike(b.Name, likeness.NameKey)).Key is { } mother)
        {
            return new(mother, Likeness.SameMother);
        }

        return likeness.Household is { } household && byHousehold.TryGetValue(household, out var home) ? new(home, Likeness.SameHousehold) : null;
    }
}

/// <summary>The dossier that a row resembles, with the key under which the waiting row is sealed, and why.</summary>
internal sealed record Resemblance(DossierKey Key, string Why);
