namespace Flex.Domain.Funding;

/// <summary>Which of the contacts that arrived stand, whatever the order they arrived in: one that was corrected does not, its correction does.</summary>
public static class StandingContacts
{
    /// <summary>The standing contacts in order of time. Throws when one id carries two different contacts, which the door has refused.</summary>
    /// <remarks>A correction of a correction follows the line; of two corrections of one contact the later made stands. One of zero quarters takes back.</remarks>
    public static IReadOnlyList<CareContact> Of(IEnumerable<CareContact> arrived)
    {
        var byId = new Dictionary<Guid, CareContact>();
        var newest = new Dictionary<Guid, CareContact>();
        foreach (var contact in arrived)
        {
            if (!byId.TryAdd(contact.Id, contact) && byId[contact.Id] != contact)
            {
                throw new ArgumentException($"Two different contacts carry the id {contact.Id}.", nameof(arrived));
            }

            if (contact.Replaces is { } replaced && (!newest.TryGetValue(replaced, out var other) || other.Id.CompareTo(contact.Id) < 0))
            {
                newest[replaced] = contact;
            }
        }

        return [.. byId.Values.Where(c => c.Replaces is not { } replaced || !byId.ContainsKey(replaced)).Select(c => Last(c, newest)).Where(c => c.Length.Count > 0)
            .OrderBy(c => c.From.Index).ThenBy(c => c.Id)];
    }

    private static CareContact Last(CareContact contact, Dictionary<Guid, CareContact> newest)
    {
        while (newest.TryGetValue(contact.Id, out var correction))
        {
            contact = correction;
        }

        return contact;
    }
}
