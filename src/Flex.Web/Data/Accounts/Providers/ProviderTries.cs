using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Counts how often is answered from one place without anybody getting in, and lets each answer count once.</summary>
internal static class ProviderTries
{
    // Less than zero: never a second time within the hour, which is longer than a question waits for its answer.
    private const int Once = -10;

    /// <summary>Counts before anything is looked at; answers null, or when can be tried again.</summary>
    public static async Task<DateTimeOffset?> Claim(HttpContext http, IdentityProvider provider, CancellationToken stop)
    {
        await using var work = await http.RequestServices.GetRequiredService<FlexDb>().Begin(Actor.System("inloggen"), "inloggen", stop);
        return await Claim(work, Place(work, http, provider), SignInLimit.FreeOrigin, stop);
    }

    /// <summary>Whether the question with this nonce is answered for the first time.</summary>
    public static async Task<bool> IsFirstAnswer(HttpContext http, string nonce, CancellationToken stop)
    {
        await using var work = await http.RequestServices.GetRequiredService<FlexDb>().Begin(Actor.System("inloggen"), "inloggen", stop);
        return await Claim(work, work.Keys.LookUp("aanbieder antwoord", nonce), Once, stop) is null;
    }

    /// <summary>Begins anew once somebody is in.</summary>
    public static void Forget(Work work, HttpContext http, IdentityProvider provider) => work.Add("select forget_tries($1)", [new[] { Place(work, http, provider) }]);

    private static byte[] Place(Work work, HttpContext http, IdentityProvider provider) => work.Keys.LookUp("aanbieder plek", $"{http.Connection.RemoteIpAddress} {provider.Code}");

    private static async Task<DateTimeOffset?> Claim(Work work, byte[] key, int free, CancellationToken stop)
    {
        work.Add("select claim_try($1, $2, $3)", [new[] { key }, new[] { free }, work.Clock.Now]);
        DateTimeOffset? again;
        await using (var row = await work.Read(stop))
        {
            await row.NextResultAsync(stop);
            again = await row.ReadAsync(stop) && !row.IsDBNull(0) ? row.GetFieldValue<DateTimeOffset>(0) : null;
        }

        await work.Save();
        return again;
    }
}
