namespace Flex.Web.Ui;

/// <summary>A message in Dutch about one field of a form; the field is the posted name.</summary>
public sealed record FieldError(string Field, string Message)
{
    /// <summary>Unlikely and not wrong: a box beside the field says that it is so.</summary>
    public bool Asks { get; init; }
}

/// <summary>Finds the message that belongs beside a field.</summary>
internal static class FieldErrors
{
    public static string? For(this IEnumerable<FieldError> errors, string field) =>
        errors.FirstOrDefault(e => string.Equals(e.Field, field, StringComparison.Ordinal))?.Message;
}
