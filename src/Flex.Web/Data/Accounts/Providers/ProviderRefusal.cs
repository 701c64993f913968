namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Why somebody does not get in through a provider.</summary>
internal enum ProviderRefusal
{
    /// <summary>The provider does not answer.</summary>
    Away,

    /// <summary>What came back is not to be trusted, or came too late.</summary>
    Broken,

    /// <summary>Somebody, or the provider, broke it off.</summary>
    BrokenOff,

    /// <summary>It does not speak for the organisation that it names.</summary>
    UnknownOrganisation,

    /// <summary>It names no role that there is for that organisation.</summary>
    UnknownRole,

    /// <summary>It names more than one role.</summary>
    SeveralRoles,

    /// <summary>It does not say by which name.</summary>
    NoName,

    /// <summary>The role asks for a second factor, and none was used.</summary>
    NoSecondFactor,

    /// <summary>It was too long ago that somebody signed in there.</summary>
    TooLongAgo,

    /// <summary>The account was closed here.</summary>
    Closed,

    /// <summary>Too many tries from one place.</summary>
    TooOften,
}
