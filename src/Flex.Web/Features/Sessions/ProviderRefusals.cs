using System.Net.Http;
using Flex.Web.Data;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Accounts.Providers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Sessions;

/// <summary>Says why somebody does not get in through a provider: in words on the page, in the journal that it was so, in the technical log of which kind.</summary>
internal static partial class ProviderRefusals
{
    /// <summary>The kind of a failure on the way.</summary>
    public static ProviderRefusal Of(Exception? failure) => failure switch
    {
        TriedTooOften => ProviderRefusal.TooOften,
        HttpRequestException or TaskCanceledException or IOException => ProviderRefusal.Away,
        _ => ProviderRefusal.Broken,
    };

    /// <param name="journaled">Whether it stands in the journal already, or was not looked at.</param>
    public static async Task Answer(HttpContext http, IdentityProvider provider, ProviderRefusal no, Exception? failure = null, bool journaled = false)
    {
        Log(http, no, failure);
        if (!journaled)
        {
            await PasswordTry.Refused(http.RequestServices.GetRequiredService<FlexDb>(), null);
        }

        var later = failure is TriedTooOften often ? TypeFactor.Later(often.Again, http.RequestServices.GetRequiredService<FlexDb>().Clock.Now).Text : null;
        await Page(provider, no, later).ExecuteAsync(http);
    }

    public static RazorComponentResult<ProviderRefusedPage> Page(IdentityProvider provider, ProviderRefusal no, string? text = null) =>
        new(new { Again = provider.Path, provider.Label, Text = text ?? ProviderRefusalWords.Of(no, provider) })
        {
            StatusCode = no switch
            {
                ProviderRefusal.Away => StatusCodes.Status503ServiceUnavailable,
                ProviderRefusal.TooOften => StatusCodes.Status429TooManyRequests,
                ProviderRefusal.Broken or ProviderRefusal.BrokenOff => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status403Forbidden,
            },
        };

    public static void Log(HttpContext http, ProviderRefusal no, Exception? failure) =>
        Refused(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderRefusals).FullName!), no, Guard.Mistakes.NumberOf(http), failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in through a provider was refused: {Kind}, request {Number}")]
    private static partial void Refused(ILogger log, ProviderRefusal kind, string? number, Exception? failure);
}
