using System.Text.RegularExpressions;
using Flex.Domain.Rights;
using Flex.Domain.Tests.House;
using Flex.Domain.Tests.Support;

namespace Flex.Domain.Tests.Rights;

/// <summary>What stands on a copy beside what was written down about the family: plain for who reads it.</summary>
public sealed partial class The_words_on_a_copy
{
    [Fact]
    public void Are_plain_Dutch()
    {
        var page = Tree.Read("src/Flex.Web/Features/Copies/PaperCopyPage.razor");
        var said = Paragraph().Matches(page[page.IndexOf("<article", StringComparison.Ordinal)..]).Select(m => Expression().Replace(m.Groups[1].Value, "Naam.")).Concat(About().Matches(page).Select(m => m.Groups[1].Value)).ToList();

        Assert.True(said.Count >= 7, string.Join("\n", said));
        Assert.All(said, s => Assert.Equal([], PlainDutch.Faults(s)));
        Assert.All(CopyCodes.OmissionGrounds.Where(g => g.Code is not CopyCodes.Unnamed), g => Assert.Equal([], PlainDutch.Faults(g.Label + ".")));
    }

    [GeneratedRegex("<p class=\"nl-paragraph\">(.*?)</p>")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"@[A-Za-z.]+(\([^)]*\))?[.,]?")]
    private static partial Regex Expression();

    [GeneratedRegex("=> \"(Dit [^\"]+)\"")]
    private static partial Regex About();
}
