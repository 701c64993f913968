namespace Flex.Web.Data.Access;

/// <summary>Where the request that is being answered came from; whoever writes a journal line in it says so, without being told.</summary>
internal static class RequestOrigin
{
    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>The network address behind what is being done; null for what the system does by itself.</summary>
    public static string? Address => Current.Value;

    /// <summary>The first step of every request.</summary>
    public static Task Note(HttpContext http, RequestDelegate next)
    {
        var from = http.Connection.RemoteIpAddress;
        Current.Value = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4().ToString() : from?.ToString();
        return next(http);
    }
}
