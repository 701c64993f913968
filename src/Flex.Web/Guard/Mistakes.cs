using Flex.Web.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Flex.Web.Guard;

/// <summary>Writes a failed request in the technical log, under the number that its page shows; how the request is answered is for who asked.</summary>
internal sealed partial class Mistakes(ILogger<Mistakes> log) : IExceptionHandler
{
    /// <summary>The number of this request, on its page and in the log. The server makes it; a visitor cannot choose it.</summary>
    public static string? NumberOf(HttpContext? http) => http?.TraceIdentifier;

    /// <summary>The status with which a request ends that failed so.</summary>
    public static int StatusOf(Exception failure) => failure is BadHttpRequestException wrong ? wrong.StatusCode : Refusals.IsGone(failure) ? StatusCodes.Status409Conflict : DatabaseAway.StatusOf(failure);

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var route = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
        Failed(log, NumberOf(httpContext)!, StatusOf(exception), httpContext.Request.Method + " " + route, exception);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Number} failed with {Status}: {Route}")]
    private static partial void Failed(ILogger log, string number, int status, string route, Exception failure);
}
