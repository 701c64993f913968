using System.Globalization;

namespace Flex.Web.Data.Mail;

/// <summary>Where mail leaves, from the environment. Without a host nothing is sent and everything waits.</summary>
/// <param name="Site">The address at which people reach this site, for the links in a mail.</param>
internal sealed record MailSettings(string? Host, int Port, bool StartTls, string From, (string User, string Password)? SignIn, Uri? Site)
{
    /// <summary>No mail server.</summary>
    public static MailSettings None { get; } = new(null, 0, true, "", null, null);

    /// <summary>How long a message waits after each failed try; after the last one it has failed and a person is told.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } = [.. new[] { 1, 5, 15, 60, 240 }.Select(m => TimeSpan.FromMinutes(m))];

    /// <summary>A conversation that takes longer is broken off; well below the time after which the database ends an idle transaction.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Reads FLEX_SMTP_* and FLEX_SITE; a wrong setting is refused before anything is served.</summary>
    public static MailSettings FromEnvironment(Func<string, string?> variable)
    {
        var site = Given(variable, "FLEX_SITE") is { } address ? SiteOf(address) : null;
        if (Given(variable, "FLEX_SMTP_HOST") is not { } host)
        {
            return None with { Site = site };
        }

        var port = int.TryParse(Given(variable, "FLEX_SMTP_PORT") ?? "587", NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
            ? number : throw new RefusedException("FLEX_SMTP_PORT is geen poort. Geef een getal van 1 tot en met 65535.");
        var settings = new MailSettings(host, port, Tls(Given(variable, "FLEX_SMTP_TLS")), Sender(Given(variable, "FLEX_SMTP_FROM")), SignInOf(variable), site);
        return Given(variable, "FLEX_SMTP_PAUSES") is { } pauses ? settings with { Pauses = PausesOf(pauses) } : settings;
    }

    private static string Sender(string? address) => address is not null && System.Net.Mail.MailAddress.TryCreate(address, out _)
        ? address : throw new RefusedException("FLEX_SMTP_FROM ontbreekt of is geen e-mailadres: met FLEX_SMTP_HOST hoort een afzender.");

    private static bool Tls(string? said) => said switch
    {
        null or "starttls" => true,
        "none" => false,
        _ => throw new RefusedException("FLEX_SMTP_TLS is starttls of none."),
    };

    private static (string, string)? SignInOf(Func<string, string?> variable) =>
        Given(variable, "FLEX_SMTP_USER") is { } user ? (user, Given(variable, "FLEX_SMTP_PASSWORD") ?? "") : null;

    private static Uri SiteOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var site) && site.Scheme is "http" or "https"
        ? site : throw new RefusedException("FLEX_SITE is geen adres. Schrijf bijvoorbeeld https://flex.example.");

    private static TimeSpan[] PausesOf(string minutes) => [.. minutes.Split(',').Select(m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var wait)
        ? TimeSpan.FromMinutes(wait) : throw new RefusedException("FLEX_SMTP_PAUSES zijn hele minuten met een komma ertussen, bijvoorbeeld 1,5,15."))];

    private static string? Given(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } value ? value : null;
}
