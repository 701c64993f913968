using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>The families of one batch that is on its way to the database, so that later rows of the file are compared with them too.</summary>
internal sealed class Families
{
    private readonly Dictionary<string, DossierKey> byBsn = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, List<(NearName Name, DossierKey Key)>> byBirth = [];
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

            born.Add((likeness.Name, dossier.Key));
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

        if (likeness.MotherBirth is { } birth && byBirth.GetValueOrDefault(birth)?.Find(b => NearNames.Alike(b.Name, likeness.Name)).Key is { } mother)
        {
            return new(mother, Likeness.SameMother);
        }

        return likeness.Household is { } household && byHousehold.TryGetValue(household, out var home) ? new(home, Likeness.SameHousehold) : null;
    }
}
