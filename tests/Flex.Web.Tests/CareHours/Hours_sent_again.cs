using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.CareHours;

public sealed class Hours_sent_again(TestCluster cluster)
{
    private static readonly Guid Act = Guid.Parse("0190aaaa-0000-7000-8000-00000000000a");

    [Fact]
    public async Task Unchanged_lead_to_the_dossier_and_count_once()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        await carer.Get($"/dossiers/{id}/uren");

        await Registering_hours.Register(carer, id, hours: "7,5", note: " Rustig ", act: Act);
        var again = await Registering_hours.Register(carer, id, hours: "7.50", note: "Rustig", act: Act);

        Assert.Equal($"/dossiers/{id}", again.Headers.Location?.OriginalString);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_entry"));
        carer.Dispose();
    }

    [Theory]
    [InlineData("13-05-2023", "7,5", "Rustig")]
    [InlineData("12-05-2023", "3", "Rustig")]
    [InlineData("12-05-2023", "7,5", "Onrustig")]
    public async Task With_other_content_come_back_under_a_new_act_and_are_stored_when_meant(string day, string hours, string note)
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        await carer.Get($"/dossiers/{id}/uren");
        await Registering_hours.Register(carer, id, day: "12-05-2023", hours: "7,5", note: "Rustig", act: Act);

        var changed = await Registering_hours.Register(carer, id, day: day, hours: hours, note: note, act: Act);

        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Contains("Dit formulier was al verstuurd met andere inhoud (7,5 uur op 12-05-2023). Wilt u dit ook vastleggen, verstuur het dan nog eens.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(carer).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(("1", day, hours, note), (typed["pijler"], typed["dag"], typed["uren"], typed["opmerking"]));
        Assert.NotEqual(Act, Guid.Parse(typed["act"]));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_entry"));

        var meant = await carer.Post($"/dossiers/{id}/uren", A_database_that_goes_away.Typed(carer).ToList());
        Assert.Equal($"/dossiers/{id}", meant.Headers.Location?.OriginalString);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from care_entry"));
        carer.Dispose();
    }

    [Fact]
    public async Task Under_the_act_of_another_family_are_not_lost_either()
    {
        await using var app = await App.Start(cluster);
        var (first, carer) = await Registering_hours.Admitted(app);
        var (second, other) = await Registering_hours.Admitted(app);
        await carer.Get($"/dossiers/{first}/uren");
        await Registering_hours.Register(carer, first, act: Act);

        var answer = await Registering_hours.Register(carer, second, act: Act);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("al verstuurd met andere inhoud. Wilt u", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        carer.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task After_the_connection_broke_come_back_whole_and_count_once()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        await carer.Get($"/dossiers/{id}/uren");
        await using (var holder = await A_database_that_goes_away.Hold(app, "care_entry"))
        {
            var sending = Registering_hours.Register(carer, id, hours: "7,5", note: "Rustig", act: Act);
            await A_database_that_goes_away.SomebodyWaits(holder);
            await using var outage = await Outage.Of(cluster, app.Database);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);
        }

        Assert.Contains("Het is niet zeker of dit is opgeslagen", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal("7,5", carer.Page.QuerySelector("#uren")?.GetAttribute("value"));
        var typed = A_database_that_goes_away.Typed(carer).ToList();
        Assert.Contains(("act", Act.ToString()), typed);
        Assert.Equal($"/dossiers/{id}", (await carer.Post($"/dossiers/{id}/uren", typed)).Headers.Location?.OriginalString);
        Assert.Equal($"/dossiers/{id}", (await carer.Post($"/dossiers/{id}/uren", typed)).Headers.Location?.OriginalString);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_entry where note = 'Rustig'"));
        carer.Dispose();
    }

    [Fact]
    public async Task With_a_character_that_no_database_keeps_are_stored_without_it()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        await carer.Get($"/dossiers/{id}/uren");

        var answer = await carer.Upload($"/dossiers/{id}/uren", ("pijler", "1"), ("dag", "14-05-2023"), ("uren", "2"), ("opmerking", "Rus\0tig"), ("act", Act.ToString()));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("Rustig", await app.Database.AsAdmin("select note from care_entry"));
        carer.Dispose();
    }
}
