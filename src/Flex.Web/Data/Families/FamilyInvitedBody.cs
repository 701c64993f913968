namespace Flex.Web.Data.Families;

/// <summary>What the journal keeps of a link: for whom and how it gets there, never the link or the code.</summary>
internal sealed record FamilyInvitedBody(string Who, string Way);
