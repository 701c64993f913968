namespace Flex.Web.Data.Tables;

/// <summary>The sealed body of what was done with somebody's identity: whose, and how or why. Never the number.</summary>
internal sealed record IdentityBody(string Person, string? Said = null, bool Mended = false);
