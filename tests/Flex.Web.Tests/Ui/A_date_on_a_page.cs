using System.Text;
using AngleSharp.Dom;
using Flex.Web.Tests.Support;
using Flex.Web.Ui;

namespace Flex.Web.Tests.Ui;

public sealed class A_date_on_a_page(TestCluster cluster)
{
    [Theory]
    [InlineData("<p>Op 31-05-2023, en 01-06-2023.</p>", "<p>Op <time datetime=\"2023-05-31\">31-05-2023</time>, en <time datetime=\"2023-06-01\">01-06-2023</time>.</p>")]
    [InlineData("31-05-2023", "<time datetime=\"2023-05-31\">31-05-2023</time>")]
    [InlineData("<b>31-05-2023</b>31-05-2023 10:00", "<b><time datetime=\"2023-05-31\">31-05-2023</time></b><time datetime=\"2023-05-31\">31-05-2023</time> 10:00")]
    public void Is_kept_whole(string page, string whole) => Assert.Equal(whole, Copied(page));

    [Theory]
    [InlineData("<input value=\"31-05-2023\">")]
    [InlineData("<title>Op 31-05-2023</title><textarea name=\"a\">Op 31-05-2023</textarea><option>31-05-2023</option><svg><text>31-05-2023</text></svg>")]
    [InlineData("<p>31-02-2023 131-05-2023 31-05-20234 31-05-2023-1 31-5-2023 - 12-34-5678 --</p>")]
    [InlineData("<p>31-05-20")]
    [InlineData("<p class=\"31-05-2023")]
    public void Is_left_alone_where_no_element_may_stand_and_where_it_is_none(string page) => Assert.Equal(page, Copied(page));

    [Fact]
    public async Task Of_a_dossier_is_an_element_and_the_sentence_around_it_stays_the_same()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}");

        Assert.NotEmpty(intaker.Page.QuerySelectorAll("main dd time"));
        Assert.All(intaker.Page.QuerySelectorAll("main time"), t => Assert.Matches("^\\d{2}-\\d{2}-\\d{4}$", t.TextContent));
        Assert.Empty(intaker.Page.QuerySelector("main")!.Descendants<IText>().Where(t => t.Data.Contains("-2023", StringComparison.Ordinal) && t.ParentElement!.LocalName != "time").Select(t => t.Data));
    }

    private static string Copied(string page)
    {
        using var to = new MemoryStream();
        WholeDates.Copy(Encoding.UTF8.GetBytes(page), to);
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
