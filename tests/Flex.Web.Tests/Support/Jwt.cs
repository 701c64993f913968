using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Tests.Support;

/// <summary>A token taken apart, changed as an attacker would, and signed in whichever way.</summary>
internal sealed class Jwt
{
    private Jwt(JsonObject header, JsonObject payload, string whole) => (Header, Payload, Whole) = (header, payload, whole);

    public JsonObject Header { get; }

    public JsonObject Payload { get; }

    /// <summary>As it came.</summary>
    public string Whole { get; }

    public static Jwt Read(string token)
    {
        var parts = token.Split('.');
        return new(Part(parts[0]), Part(parts[1]), token);
    }

    public string Signed(RSA key) => With(data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public string Signed(byte[] secret) => With(data => HMACSHA256.HashData(secret, data));

    public string Unsigned() => With(_ => []);

    private string With(Func<byte[], byte[]> sign)
    {
        var body = $"{Written(Header)}.{Written(Payload)}";
        return $"{body}.{WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes(body)))}";
    }

    private static string Written(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static JsonObject Part(string part) => JsonNode.Parse(WebEncoders.Base64UrlDecode(part))!.AsObject();
}
