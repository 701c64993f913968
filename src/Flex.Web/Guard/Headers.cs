namespace Flex.Web.Guard;

/// <summary>The headers of every answer, put when it starts, because what handles a mistake empties what was set before. Only a page may load something, and only from this site.</summary>
internal static class Headers
{
    private const string Page = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string Data = "default-src 'none'; frame-ancestors 'none'";

    public static Task Put(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            On(http, http.Response.Headers);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void On(HttpContext http, IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? Page : Data;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What a browser may keep says so itself: the files of the look, whose address carries their hash.
        if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal) || http.Response.StatusCode >= 400)
        {
            headers.CacheControl = "no-store";
        }

        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }
}
