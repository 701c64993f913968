using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>
/// How often may be tried, per account and per place it is tried from. A device that signed in before has a count of its own and is held up by
/// no other: whoever tries another person's account cannot keep that person out. A place that signed in before is not held up by what others try elsewhere.
/// </summary>
/// <param name="what">What is tried, such as a password for an address; also when there is no such account.</param>
internal sealed class SignInLimit(KeyRing keys, string what, Caller caller, bool knownOrigin)
{
    /// <summary>Tries before the first pause: by one device or from one place at one account.</summary>
    public const int FreePair = 5;

    /// <summary>The same at one account from everywhere that is not known.</summary>
    public const int FreeAccount = 10;

    /// <summary>The same from one place at all accounts: a practice shares one.</summary>
    public const int FreeOrigin = 50;

    private (string Key, int Free)[] Counts => caller.Device is { } device ? [($"toestel {device} {what}", FreePair)]
        : knownOrigin ? [($"plek {caller.Origin} {what}", FreePair), ($"plek {caller.Origin}", FreeOrigin)]
        : [($"plek {caller.Origin} {what}", FreePair), ($"overal {what}", FreeAccount), ($"plek {caller.Origin}", FreeOrigin)];

    /// <summary>Counts a try before it is looked at; answers null, or when can be tried again.</summary>
    public async Task<DateTimeOffset?> Claim(Work work, CancellationToken stop)
    {
        work.Add("select claim_try($1, $2, $3)", Hashes(Counts), Counts.Select(c => c.Free).ToArray(), work.Clock.Now);
        await using var row = await work.Read(stop);
        return await row.ReadAsync(stop) && !row.IsDBNull(0) ? row.GetFieldValue<DateTimeOffset>(0) : null;
    }

    /// <summary>Begins anew once somebody is in. What was tried from this place at other accounts stays counted, and so does what was tried at this one from elsewhere.</summary>
    public void Forget(Work work) => work.Add("select forget_tries($1)", [Hashes([Counts[0]])]);

    private byte[][] Hashes((string Key, int Free)[] counts) => [.. counts.Select(c => keys.LookUp("inlogpoging", c.Key))];
}

/// <summary>Where a try comes from.</summary>
/// <param name="Origin">The network address.</param>
/// <param name="Device">The name of a device that signed in to this very account before; else null.</param>
internal sealed record Caller(string Origin, string? Device);
