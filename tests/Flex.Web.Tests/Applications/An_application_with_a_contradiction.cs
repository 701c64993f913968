using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class An_application_with_a_contradiction(TestCluster cluster)
{
    [Fact]
    public async Task Comes_back_until_it_is_explained_and_keeps_the_reason()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        var form = new FormFields().With("R4", "aanwezig").With("beschermende_factoren", "P3", "P1");

        var answer = await midwife.Post("/aanmelden", form.All);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("spreken elkaar tegen", midwife.Page.QuerySelector("#tegenspraak_reden-fout")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(["P1", "P3"], midwife.Page.QuerySelectorAll("input[name=beschermende_factoren][checked]").OfType<IHtmlInputElement>().Select(i => i.Value).Order(StringComparer.Ordinal));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from assessment"));

        await midwife.Post("/aanmelden", form.With("tegenspraak_reden", "Bij de oudste lukt het wel").All);

        Assert.Equal("Bij de oudste lukt het wel|P1,P3", await app.Database.AsAdmin("select a.contradiction_because || '|' || (select string_agg(f.factor, ',' order by f.factor) from assessment_factor f where f.assessment_id = a.id and f.factor like 'P%' and not f.leaf) from assessment a"));
    }
}
