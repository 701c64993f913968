namespace Flex.Web.Data.Mail;

/// <summary>One mail as it waits, sealed: plain text in Dutch, and the page of this site to which it leads, if any.</summary>
internal sealed record Message(string To, string Subject, string Text, string? Path = null)
{
    /// <summary>The whole text, with the address of the page on its own line.</summary>
    public string Body(Uri? site) => Path is null ? Text : $"{Text}\n\n{(site is null ? Path : new Uri(site, Path))}\n";
}

/// <summary>For whom a message is; only what goes to the family obeys what she said of reaching her.</summary>
internal static class Audience
{
    public const string Applicant = "aanmelder";
    public const string Family = "gezin";

    /// <summary>Somebody who proves an address; about no dossier.</summary>
    public const string Proof = "controle";

    /// <summary>Who watches over privacy.</summary>
    public const string Privacy = "toezicht";
}
