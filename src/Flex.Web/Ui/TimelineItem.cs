namespace Flex.Web.Ui;

/// <summary>Something that happened: when (as shown), a sentence, who did it, and what changed.</summary>
public sealed record TimelineItem(string When, string What, string? Who = null, string? Detail = null);
