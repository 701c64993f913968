using System.Net;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>Parameter pollution: what is judged is what is stored, wherever and however often a field is sent.</summary>
public sealed class A_field_that_is_sent_twice(TestCluster cluster)
{
    // Each is good by itself.
    private static readonly (string Field, string Second)[] Twice =
    [
        ("gemeente", "GM0928"), ("geboortedatum_moeder", "04-04-1995"), ("uitgerekend", "02-09-2023"), ("eerste_zwangerschap", "nee"), ("R1", "afwezig"), ("akkoord", "moeder"), ("postcode", "6412 AB"),
    ];

    [Fact]
    public async Task In_one_form_is_neither_the_first_nor_the_last_and_is_refused()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        foreach (var (field, second) in Twice)
        {
            var answer = await visitor.Post("/aanmelden", [.. new FormFields().All, (field, second)]);

            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{field}: {answer.StatusCode}");
            Assert.NotNull(visitor.Page.QuerySelector($"#fouten a[href='#{field}']"));
        }

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    [Fact]
    public async Task In_the_address_too_is_not_read_there()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var without = new FormFields().With("huisnummer").All;

        var answer = await visitor.Post("/aanmelden?naam_moeder=Elders&geboortedatum_moeder=04-04-1995&huisnummer=99&programma=elders", without);

        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect, $"{answer.StatusCode}");
        Assert.Equal($"{FormFields.Mother} 1995-04-03", await app.Database.AsAdmin("select concat_ws(' ', name, birth_date) from mother"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from mother where house_number is not null"));
    }
}
