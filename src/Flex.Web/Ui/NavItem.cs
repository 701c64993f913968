namespace Flex.Web.Ui;

/// <summary>A link in a navigation: its words and its path.</summary>
public sealed record NavItem(string Label, string Href);
