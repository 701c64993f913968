using System.Globalization;
using Flex.Web.Data;

namespace Flex.Web.Guard;

/// <summary>Where a weakness can be reported, as /.well-known/security.txt says (RFC 9116); who runs the site says so, or it is absent.</summary>
/// <param name="Contact">A mailto:, tel: or https: address.</param>
/// <param name="Expires">After this moment it is not shown any more; at most a year ahead, as the RFC advises.</param>
/// <param name="Policy">The address of the policy for reporting, or null.</param>
internal sealed record SecurityContact(Uri Contact, DateTimeOffset Expires, Uri? Policy)
{
    private static readonly string[] Ways = ["mailto", "tel", "https"];

    /// <summary>Reads FLEX_SECURITY_CONTACT, FLEX_SECURITY_EXPIRES and FLEX_SECURITY_POLICY; null when no contact is given, refused when it is wrong.</summary>
    public static SecurityContact? FromEnvironment(Func<string, string?> variable, DateTimeOffset now)
    {
        if (variable("FLEX_SECURITY_CONTACT") is not { Length: > 0 } contact)
        {
            return null;
        }

        return new(
            Address(contact) ?? throw new RefusedException("FLEX_SECURITY_CONTACT is geen adres. Schrijf bijvoorbeeld mailto:veiligheid@organisatie.example of https://organisatie.example/melden."),
            Moment(variable("FLEX_SECURITY_EXPIRES"), now) ?? throw new RefusedException("FLEX_SECURITY_EXPIRES ontbreekt of is geen dag in het komende jaar. Schrijf JJJJ-MM-DD."),
            variable("FLEX_SECURITY_POLICY") is not { Length: > 0 } policy ? null : Address(policy) ?? throw new RefusedException("FLEX_SECURITY_POLICY is geen adres. Schrijf bijvoorbeeld https://organisatie.example/beleid."));
    }

    /// <summary>The file; null once it has expired.</summary>
    public string? Text(DateTimeOffset now, Uri? site) => now >= Expires ? null : string.Concat(
        $"Contact: {Contact.OriginalString}\n",
        $"Expires: {Expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\n",
        "Preferred-Languages: nl, en\n",
        site?.Scheme == "https" ? $"Canonical: {new Uri(site, "/.well-known/security.txt")}\n" : "",
        Policy is null ? "" : $"Policy: {Policy.OriginalString}\n");

    private static Uri? Address(string text) => !text.Any(char.IsControl) && Uri.TryCreate(text, UriKind.Absolute, out var address) && Ways.Contains(address.Scheme) ? address : null;

    private static DateTimeOffset? Moment(string? day, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment > now && moment <= now.AddDays(366) ? moment : null;
}
