using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

public sealed class A_family_that_says_nothing(TestCluster cluster)
{
    [Fact]
    public async Task Blocks_for_ever_while_the_programme_decided_nothing_and_the_page_says_so()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");

        await carer.Get($"/dossiers/{id}/zorg");

        Assert.Contains("Het programma heeft niet bepaald na hoeveel dagen dat wel mag.", carer.Page.QuerySelector("[data-silence]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Het gezin heeft nog niets gezegd. Nog niet te declareren.", carer.Page.QuerySelector("[data-claim]")!.TextContent.Trim());
        carer.Dispose();
    }

    [Theory]
    [InlineData("2023-05-28", "Het gezin heeft nog niets gezegd. Te declareren vanaf 29-05-2023, of eerder als het gezin zegt dat het klopt.")]
    [InlineData("2023-05-29", "Het gezin heeft niets gezegd. Te declareren sinds 29-05-2023; dat is geen akkoord.")]
    public async Task Blocks_as_many_days_as_the_programme_says(string day, string sentence)
    {
        using var copy = new ProgrammeCopy();
        copy.Edit("zuid-limburg-2021/programme.json", "\"familyLinkDays\": 7,", "\"familyLinkDays\": 7, \"silenceDays\": 14,");
        await using var app = await App.Start(cluster, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), programmes: copy.Folder);
        var (id, carer) = await Given.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        await app.Database.AsAdmin("set session_replication_role = replica; update care_contact set registered_on = '2023-05-15'");
        using var coordinator = await app.Visit("coordinator");

        await coordinator.Get($"/dossiers/{id}/zorg");

        Assert.Equal(sentence, coordinator.Page.QuerySelector("[data-claim]")!.TextContent.Trim());
        Assert.Contains("14 dagen na het vastleggen", coordinator.Page.QuerySelector("[data-silence]")!.TextContent, StringComparison.Ordinal);
        carer.Dispose();
    }
}
