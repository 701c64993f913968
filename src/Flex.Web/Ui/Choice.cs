namespace Flex.Web.Ui;

/// <summary>One answer to choose: the posted value, the words on screen and an optional explanation.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);
