using Microsoft.Extensions.Primitives;

namespace Flex.Web.Ui;

/// <summary>The text of a posted field; a NUL, which no keyboard makes and no database keeps, is left out.</summary>
internal static class Typed
{
    public static string? Text(StringValues field) => field.ToString() is { Length: > 0 } text ? text.Replace("\0", "", StringComparison.Ordinal) : null;
}
