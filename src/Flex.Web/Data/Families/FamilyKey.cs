using System.Security.Cryptography;
using Flex.Domain.Families;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Data.Families;

/// <summary>What opens one visit: a link and a code that is given in person. Both are shown once and kept as keyed hashes.</summary>
public sealed record FamilyKey(string Token, string Code)
{
    public const string Path = "/gezin/open/";

    internal static FamilyKey New() => new(WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24)), HandedCode.Shown(RandomNumberGenerator.GetInt32(100_000_000)));

    internal byte[] TokenHash(KeyRing keys) => HashOf(keys, Token);

    internal byte[] CodeHash(KeyRing keys, Guid invitation) => HashOf(keys, invitation, Code);

    internal static byte[] HashOf(KeyRing keys, string token) => keys.LookUp("gezin link", token);

    internal static byte[] HashOf(KeyRing keys, Guid invitation, string typed) => keys.LookUp("gezin code", $"{invitation} {HandedCode.Plain(typed)}");
}
