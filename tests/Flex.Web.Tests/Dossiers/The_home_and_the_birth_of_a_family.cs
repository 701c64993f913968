using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Dossiers;

public sealed class The_home_and_the_birth_of_a_family(TestCluster cluster)
{
    [Fact]
    public async Task Shows_the_house_number_with_the_postcode_of_the_application_and_not_with_another()
    {
        await using var app = await App.Start(cluster);
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/aanmelden");
        var path = (await midwife.Post("/aanmelden", new FormFields().With("huisnummer", "12A").All)).Headers.Location!.OriginalString;

        await midwife.Get(path);
        Assert.Equal("Heerlen, 6411AB 12A", Fact(midwife, "Woonplaats"));

        await midwife.Get(path + "/gegevens");
        await midwife.Post(path + "/gegevens", [.. Trust.SentForms.On(midwife, path + "/gegevens").Where(f => f.Name is not "postcode" and not "vanaf"), ("postcode", "6411AC"), ("vanaf", "14-05-2023")]);
        await midwife.Get(path);
        Assert.Equal("Heerlen, 6411AC", Fact(midwife, "Woonplaats"));
    }

    [Fact]
    public async Task Says_that_the_days_in_hospital_are_those_of_the_mother()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id);

        await carer.Get($"/dossiers/{id}");

        Assert.Equal("niet bekend", Fact(carer, "Ziekenhuis (moeder)"));
    }

    private static string Fact(Visitor visitor, string label) => visitor.Page.QuerySelectorAll("main .flex-facts__item dt").Last(d => d.TextContent.Trim() == label).NextElementSibling!.TextContent.Trim();
}
