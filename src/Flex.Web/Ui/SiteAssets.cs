using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Flex.Web.Ui;

/// <summary>The three files of the look: read once, served from memory, brotli where the browser takes it.</summary>
internal sealed class SiteAssets
{
    private static readonly SiteAssets StyleSheet = new("site.css", "text/css; charset=utf-8");
    private static readonly SiteAssets Script = new("site.js", "text/javascript; charset=utf-8");
    private static readonly SiteAssets Picture = new("icon.svg", "image/svg+xml");

    private readonly string _contentType;
    private readonly byte[] _plain;
    private readonly byte[]? _brotli;

    private SiteAssets(string name, string contentType)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", name);
        _contentType = contentType;
        _plain = File.Exists(file) ? File.ReadAllBytes(file) : [];
        _brotli = File.Exists(file + ".br") ? File.ReadAllBytes(file + ".br") : null;
        Address = $"/{name}?v={Convert.ToHexStringLower(SHA256.HashData(_plain))[..12]}";
    }

    public static string Css => StyleSheet.Address;

    public static string Js => Script.Address;

    public static string Icon => Picture.Address;

    private string Address { get; }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (SiteAssets[])[StyleSheet, Script, Picture])
        {
            routes.MapGet(asset.Address[..asset.Address.IndexOf('?', StringComparison.Ordinal)], asset.Send).AllowAnonymous();
        }
    }

    private IResult Send(HttpContext context)
    {
        if (_plain.Length == 0)
        {
            return Results.NotFound();
        }

        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        // The address carries the hash of the content, so that a browser may keep it for good.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!takesBrotli || _brotli is null)
        {
            return Results.Bytes(_plain, _contentType);
        }

        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(_brotli, _contentType);
    }
}
