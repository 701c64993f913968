using System.Globalization;
using System.Text;

namespace Flex.Domain.Names;

/// <summary>The letters of a text in lower case without accents; letters that are no accent of another are written as they are without a special keyboard.</summary>
internal static class PlainLetters
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(Written(char.ToLowerInvariant(c)));
            }
        }

        return plain.ToString();
    }

    private static string Written(char letter) => letter switch
    {
        'ł' => "l",
        'ø' => "o",
        'ı' => "i",
        'đ' or 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => letter.ToString(),
    };
}
