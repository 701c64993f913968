using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class An_unusual_application(TestCluster cluster)
{
    [Theory]
    [InlineData("gemeente", "GM0363", "select municipality from residence")]
    [InlineData("gemeente", "GM0014", "select municipality from residence")]
    [InlineData("aanbieder", "Kraamzorg Elders", "select case provider when 'ander' then 'Kraamzorg Elders' end from application")]
    [InlineData("naam_moeder", "Олена Шевченко", "select name from mother")]
    [InlineData("naam_moeder", "فاطمة الزهراء", "select name from mother")]
    [InlineData("naam_moeder", "李小龍", "select name from mother")]
    [InlineData("naam_moeder", "Çağla Ö'Brien-Şahin", "select name from mother")]
    [InlineData("opmerking", "=HYPERLINK(\"http://elders.example\")", "select note from application")]
    public async Task Is_kept_as_it_was_written(string field, string value, string stored)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        var answer = await visitor.Post("/aanmelden", new FormFields().With(field, value).All);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(value, await app.Database.AsAdmin(stored));
    }

    [Theory]
    [InlineData("Zilveren Kruis", "Zilveren Kruis", "ander")]
    [InlineData("7095", "VGZ", "vgz")]
    [InlineData("Een buitenlandse verzekeraar", "Een buitenlandse verzekeraar", "onbekend")]
    public async Task Names_an_insurer_that_is_known_outside_the_list_or_not_known(string typed, string insurer, string concern)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");

        await visitor.Post("/aanmelden", new FormFields().With("verzekeraar", typed).All);

        Assert.Equal($"{insurer}|{concern}", await app.Database.AsAdmin("select insurer || '|' || concern from insurance"));
    }
}
