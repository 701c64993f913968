using System.Text.Json;
using Flex.Domain.Tests.House;
using Flex.Domain.Tests.Support;

namespace Flex.Domain.Tests.Consents;

public class TextsOfConsentTests
{
    [Fact]
    public void Are_plain_Dutch_for_a_mother()
    {
        var texts = JsonDocument.Parse(Tree.Read("programmes/national/consents.json")).RootElement.GetProperty("texts").EnumerateArray().ToList();

        Assert.Equal(["deelnemen", "delen", "evaluatie"], texts.Select(t => t.GetProperty("subject").GetString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(texts.Where(t => t.GetProperty("language").GetString() == "nl"), t => Assert.Equal([], PlainDutch.Faults(
            $"{t.GetProperty("title").GetString()} {string.Join(' ', t.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString()))}")));
    }
}
