using System.Globalization;
using System.Security.Claims;
using Flex.Domain.Shared;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Authentication;

namespace Flex.Web.Data.Families;

/// <summary>Compares who signed in at the broker with who the link is for, and raises the visit. Refused or not, it is in the journal of the family.</summary>
internal static class FamilySignIn
{
    public const string Purpose = "inloggen met DigiD";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Null: signed in. Without <paramref name="said"/> nothing trustworthy came back, and only that is written down.</summary>
    public static async Task<FamilyRefusal?> Try(HttpContext http, FamilyBroker broker, ClaimsPrincipal? said, CancellationToken stop)
    {
        var db = http.RequestServices.GetRequiredService<FlexDb>();
        if ((await http.AuthenticateAsync(FamilyDoor.Scheme)).Principal is not { } user || SignedIn.Of(user) is not { } person)
        {
            return FamilyRefusal.Over;
        }

        await using var hand = await FamilyVisit.ToAct(db, person, Purpose, stop);
        if (hand is not { Visit: { IsTogether: false } visit } || visit.Programme != broker.Programme || !broker.Knows(visit.Who.Code))
        {
            return FamilyRefusal.Over;
        }

        var no = said is null ? FamilyRefusal.Broken : await Read(hand.Work, visit, broker, said, stop);
        hand.Work.Journal(no is null ? Act.FamilySignedIn : Act.FamilyNotSignedIn, dossier: visit.Dossier, objects: [visit.Id]);
        if (no is not null)
        {
            await hand.Work.Save();
            return no;
        }

        // Another key: who had the cookie before she signed in has nothing after it.
        var key = FamilySession.Raise(hand.Work, FamilyDoor.KeyOf(user)!);
        if (!await Invitation.Is(hand.Work, stop))
        {
            return FamilyRefusal.Over;
        }

        await hand.Work.Save();
        await FamilyDoor.Open(http, person, key);
        return null;
    }

    private static async Task<FamilyRefusal?> Read(Work work, FamilyVisit visit, FamilyBroker broker, ClaimsPrincipal said, CancellationToken stop)
    {
        if (!said.FindAll("acr").Any(c => broker.Provider.Acr.Contains(c.Value)) || !IsFresh(broker, said, work.Clock.Now))
        {
            return FamilyRefusal.TooLow;
        }

        var numbers = said.FindAll(broker.BsnClaim).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList();
        if (numbers is not [var number] || Bsn.TryParse(number) is not { } bsn)
        {
            return FamilyRefusal.NoNumber;
        }

        if (visit.Who.IsMothers)
        {
            work.Add("select family_number_is($1)", [work.Keys.BsnHashes(bsn.Digits)]);
        }
        else
        {
            // No number of his is kept: the broker says over which children he has authority, and theirs are.
            byte[][] children = [.. said.FindAll(broker.ChildrenClaim!).Select(c => Bsn.TryParse(c.Value)).OfType<Bsn>().SelectMany(c => work.Keys.BsnHashes(c.Digits))];
            work.Add("select family_child_is($1, $2)", [children, work.Keys.BsnHashes(bsn.Digits)]);
        }

        await using var row = await work.Read(stop);
        return (await row.ReadAsync(stop) && !row.IsDBNull(0) ? row.GetBoolean(0) : (bool?)null) switch
        {
            true => null,
            false => visit.Who.IsMothers ? FamilyRefusal.SomebodyElse : FamilyRefusal.NoAuthority,
            null => visit.Who.IsMothers ? FamilyRefusal.NotKnown : FamilyRefusal.ChildNotKnown,
        };
    }

    // What the broker does not say was not so.
    private static bool IsFresh(FamilyBroker broker, ClaimsPrincipal said, DateTimeOffset now) => broker.Provider.MaxAge is not { } age
        || (long.TryParse(said.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800 && DateTimeOffset.FromUnixTimeSeconds(seconds) > now - age - Skew);
}
