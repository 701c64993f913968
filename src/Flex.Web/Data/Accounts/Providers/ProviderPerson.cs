namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Somebody of whom a provider says who it is, for which organisation and in which role.</summary>
internal sealed record ProviderPerson(string Subject, string Organisation, string Role, string Name)
{
    /// <summary>Signed in anew because this site asked for it.</summary>
    public bool Anew { get; init; }
}
