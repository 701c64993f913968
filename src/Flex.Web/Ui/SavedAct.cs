using System.Globalization;
using Flex.Web.Data.Access;

namespace Flex.Web.Ui;

/// <summary>
/// The answer after an act was stored: another page, so that reading it again sends nothing, which says once what was done.
/// Only a code of <see cref="SavedWords"/> and perhaps a day travel, in a cookie that its browser can neither read nor change.
/// </summary>
/// <param name="path">The next page, on this site.</param>
internal sealed class SavedAct(string path, string what, DateOnly? day = null) : IResult
{
    private const string Cookie = "flex-gelukt";
    private const string Form = "yyyy-MM-dd";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(2);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        SafeCookie.Give(httpContext, Cookie, day is { } on ? $"{what} {on.ToString(Form, CultureInfo.InvariantCulture)}" : what, Lives);
        httpContext.Response.Headers.Location = path;
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        return Task.CompletedTask;
    }

    /// <summary>What was done just before this page, and forgets it; null when nothing was, and while a form is still being sent.</summary>
    public static string? Take(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Response.HasStarted || SafeCookie.Read(http, Cookie)?.Split(' ') is not [var what, .. var rest])
        {
            return null;
        }

        SafeCookie.Take(http, Cookie);
        return SavedWords.Of(what, rest is [var text] && DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
    }
}
