using Flex.Web.Data.Addresses;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>Empties what is no longer needed: addresses that were proved and used or never were, and drafts that nobody went on with. The rows stay, for what they count.</summary>
internal static class OldTexts
{
    // Within the hour a check still counts for how many mails an address had.
    private const string Addresses = """
        update address_check set sealed = '', origin = null
        where (length(sealed) > 0 or origin is not null) and sent_at <= $1
          and (used_at is not null or case when proved_at is null then expires_at <= $2 else proved_at <= $3 end)
        """;

    private const string Drafts = "update draft set sealed = null, version = version + 1 where sealed is not null and kind = $2 and saved_at <= $1";

    public static async Task Empty(FlexDb db, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("opruimen"), "opruimen", stop);
        var now = work.Clock.Now;
        work.Add(Addresses, now.AddHours(-1), now, now - AddressProof.ProofLives);
        work.Add(Drafts, now.AddDays(-Draft.DaysKept), Draft.Application);
        await work.Save();
    }
}
