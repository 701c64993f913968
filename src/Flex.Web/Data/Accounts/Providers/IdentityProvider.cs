namespace Flex.Web.Data.Accounts.Providers;

/// <summary>An identity provider of one or more organisations, as who runs the installation wrote it down. No record: its text must not show the secret.</summary>
internal sealed class IdentityProvider
{
    private const string Start = "/inloggen/organisatie/";

    /// <summary>Its name in addresses of this site and at accounts.</summary>
    public required string Code { get; init; }

    /// <summary>What people know it by.</summary>
    public required string Label { get; init; }

    /// <summary>Who it says it is, letter for letter.</summary>
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    /// <summary>The organisations it may speak for, by what it calls them.</summary>
    public required ClaimMap Organisation { get; init; }

    /// <summary>The roles it may give, by what it calls them.</summary>
    public required ClaimMap Role { get; init; }

    /// <summary>The levels (acr) that it gives after a second factor only.</summary>
    public IReadOnlyList<string> Acr { get; init; } = [];

    /// <summary>The methods (amr) that are a second factor.</summary>
    public IReadOnlyList<string> Amr { get; init; } = [];

    /// <summary>How long ago somebody may have signed in there; null when it is for the provider to say.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Where its door is: that of professionals, unless it is for families.</summary>
    public string Door { get; init; } = Start;

    /// <summary>The name of its scheme in the framework.</summary>
    public string Scheme => (Door == Start ? "aanbieder-" : "gezin-") + Code;

    /// <summary>Where signing in through it begins.</summary>
    public string Path => Door + Code;

    /// <summary>Where somebody comes who signed out here, and may be signed in at the provider still.</summary>
    public static string LeftPath(string code) => $"{Start}{code}/uitgelogd?hier=ja";
}
