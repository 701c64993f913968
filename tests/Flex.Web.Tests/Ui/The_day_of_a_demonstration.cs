using Flex.Web.Data;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Ui;

/// <summary>A demonstration stands on a day of its own (ADR 6): every page says which, and examples follow it.</summary>
public sealed class The_day_of_a_demonstration(TestCluster cluster)
{
    [Fact]
    public async Task Is_said_on_every_page_and_at_the_door()
    {
        await using var app = await App.Start(cluster, new DateOnly(2023, 5, 31));
        using var midwife = await app.Visit("verloskundige");

        foreach (var path in (string[])["/", "/inloggen", "/aanmelden", "/bestaat-niet"])
        {
            await midwife.Get(path);
            Assert.Contains("Vandaag is hier 31-05-2023.", midwife.Page.QuerySelector("aside.flex-demo")!.TextContent, StringComparison.Ordinal);
        }

        await midwife.Get("/inloggen");
        Assert.Contains("Vandaag is hier 31-05-2023: alles rekent met die dag, ook de datums die u invult.", Looking_at_a_dossier.Text(midwife), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_said_where_it_is_the_real_one()
    {
        await using var app = await App.Start(cluster, ProgrammeClock.DayOf(TimeProvider.System.GetUtcNow()));
        using var visitor = await app.Visit();

        await visitor.Get("/inloggen");

        Assert.DoesNotContain("Vandaag is hier", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_in_the_examples_and_what_is_kept_on_the_real_clock_says_so()
    {
        await using var app = await App.Start(cluster, new DateOnly(2023, 5, 31));
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/gegevens");
        Assert.Contains("bijvoorbeeld 31-05-2023", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Post("/zoeken", ("geboortedatum", "31-02-1990"));
        Assert.Contains("bijvoorbeeld 31-05-2023.", intaker.Page.QuerySelector("#geboortedatum-fout")!.TextContent, StringComparison.Ordinal);

        await intaker.Get("/aanmelden");
        var kept = await intaker.Post("/aanmelden", [.. new FormFields().All, ("doe", "bewaren")]);
        await intaker.Get(kept.Headers.Location!.OriginalString);

        Assert.Matches("Bewaard op \\d{2}-\\d{2}-\\d{4} \\d{2}:\\d{2} \\(echte tijd\\)", Looking_at_a_dossier.Text(intaker));
    }
}
