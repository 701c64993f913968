using System.Globalization;
using System.Text;

namespace Flex.Web.Data.Tables;

/// <summary>A name as it is compared: letters without accents, lower case, in the order written; equal keys are near names.</summary>
internal static class NameKey
{
    private static readonly char[] Between = [' ', '-', '.', ',', '/', '(', ')', '"', ' ', '\t'];

    /// <summary>The distinct parts of a name, each as its own key: what a search begins with.</summary>
    public static IReadOnlyList<string> Parts(string name) =>
        [.. name.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Of).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)];

    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }
}
