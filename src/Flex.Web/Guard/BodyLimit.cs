using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Flex.Web.Guard;

/// <summary>No request is larger than the largest form can be. A text that is too long for its field is said at the field; this is for what no form of ours sends.</summary>
internal static class BodyLimit
{
    public const long Most = 1_000_000;

    // Read and thrown away, so that the browser hears why it was refused instead of a broken line.
    private const long MostHeard = 20_000_000;

    public static async Task Refuse(HttpContext http, RequestDelegate next)
    {
        // The page that says it was refused is asked for by the same request.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || await Fits(http))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private static async Task<bool> Fits(HttpContext http)
    {
        if (http.Request.ContentLength is { } announced)
        {
            if (announced is > Most and <= MostHeard && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = MostHeard;
                await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            }

            return announced <= Most;
        }

        return http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true || await Kept(http);
    }

    // Its length is known once it was read; the proof against forgery would otherwise meet half a form and call it forged.
    private static async Task<bool> Kept(HttpContext http)
    {
        var read = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(read, http.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return false;
        }

        read.Position = 0;
        http.Request.Body = read;
        return read.Length <= Most;
    }
}
