namespace Flex.Web.Ui;

/// <summary>The ids that tie an input to its hint and its error, so that a screen reader reads both.</summary>
internal static class FieldIds
{
    public static string Hint(string name) => name + "-hint";

    public static string Error(string name) => name + "-fout";

    /// <summary>The value of aria-describedby, or null when there is nothing to point at.</summary>
    public static string? DescribedBy(string name, string? hint, string? error) => (hint, error) switch
    {
        (null, null) => null,
        (not null, null) => Hint(name),
        (null, not null) => Error(name),
        _ => Hint(name) + " " + Error(name),
    };

    public static string? Invalid(string? error) => error is null ? null : "true";

    /// <summary>The first choice carries the field's own name, so that the error summary can link to it.</summary>
    public static string Option(string name, int index) => index == 0 ? name : $"{name}-{index + 1}";
}
