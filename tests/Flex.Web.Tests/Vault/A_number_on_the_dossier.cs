using System.Net;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Vault;

/// <summary>A BSN that is put in, mended, shown or not there.</summary>
public sealed class A_number_on_the_dossier(TestCluster cluster)
{
    [Fact]
    public async Task Is_shown_masked_and_whole_only_when_asked_which_the_log_tells()
    {
        await using var app = await App.Start(cluster);
        var id = await Resembling.Stored(app, "verloskunde-elders");
        using var carer = await app.Visit("intaker");

        await carer.Get($"/dossiers/{id}/identiteit");
        Assert.DoesNotContain(FormFields.Bsn, carer.Page.Source.Text, StringComparison.Ordinal);
        Assert.Contains("•••••••••", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'BsnRead'"));
        Assert.Equal(FormFields.Bsn, await Identifying.Shown(carer, id));

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'BsnRead' and dossier_id = $1 and role = 'intaker'", id));
        await carer.Get($"/dossiers/{id}/identiteit");
        Assert.DoesNotContain(FormFields.Bsn, carer.Page.Source.Text, StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/historie");
        Assert.DoesNotContain("BSN van de moeder heel bekeken", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.DoesNotContain(FormFields.Bsn, carer.Page.Source.Text, StringComparison.Ordinal);
        Assert.Contains(await Log.Kept.Seen(app, id), l => l.Contains("intaker Bekeek een BSN van uw gezin.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Can_be_put_in_later_and_mended_and_is_found_by_its_hash()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var midwife = await app.Visit("verloskundige");

        Assert.Equal(HttpStatusCode.SeeOther, (await Identifying.Number(midwife, id, "9999.11.120")).StatusCode);
        Assert.Equal(FormFields.Bsn, await Identifying.Shown(midwife, id));
        Assert.Equal(HttpStatusCode.SeeOther, (await Identifying.Number(midwife, id, Identifying.Other)).StatusCode);

        Assert.Equal(Identifying.Other, await Identifying.Shown(midwife, id));
        Assert.Equal(app.Database.Installation.Keys.Bsn(Identifying.Other), await app.Database.AsAdmin("select lookup from vault.bsn where dossier_id = $1 and person = 'mother'", id));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'BsnSet' and dossier_id = $1", id));
        await midwife.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het BSN van de moeder vastgelegd", Looking_at_a_dossier.Text(midwife), StringComparison.Ordinal);
        Assert.Contains("heeft het BSN van de moeder verbeterd", Looking_at_a_dossier.Text(midwife), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999911121", "", "bsn", "geen geldig BSN")]
    [InlineData("000000000", "", "bsn", "geen geldig BSN")]
    [InlineData("", "", "bsn", "Vul het BSN in, of kies waarom het er niet is.")]
    [InlineData(FormFields.Bsn, "wil-niet", "geen_bsn", "niet allebei")]
    [InlineData("", "zomaar", "geen_bsn", "Dit antwoord kennen we niet")]
    public async Task That_is_wrong_is_sent_back_and_never_repeated(string bsn, string reason, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Identifying.Number(intaker, id, bsn, reason)).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.True(bsn.Length == 0 || !intaker.Page.Source.Text.Contains(bsn, StringComparison.Ordinal));
        Assert.Equal(0L, await app.Database.AsAdmin("select (select count(*) from vault.bsn) + (select count(*) from no_bsn)"));
    }

    [Fact]
    public async Task Of_a_dossier_that_ended_is_not_written_any_more()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        await Ends.Ending_a_dossier.End(intaker, id, "verhuisd");

        Assert.Equal(HttpStatusCode.Conflict, (await Identifying.Number(intaker, id, FormFields.Bsn)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Identifying.Check(intaker, id, "vergewist")).StatusCode);

        Assert.Equal(0L, await app.Database.AsAdmin("select (select count(*) from vault.bsn) + (select count(*) from identity_check)"));
    }

    [Fact]
    public async Task That_somebody_else_mended_meanwhile_is_not_overwritten()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await Identifying.Number(intaker, id, FormFields.Bsn);

        var answer = await Identifying.Number(intaker, id, Identifying.Other, version: "");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(FormFields.Bsn, await Identifying.Shown(intaker, id));
    }

    [Theory]
    [InlineData("geen-verblijfsrecht", "Geen verblijfsrecht of geen papieren")]
    [InlineData("wil-niet", "Wil het niet geven")]
    public async Task That_is_not_there_has_a_reason_and_hinders_nothing(string reason, string label)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        Assert.Equal(HttpStatusCode.SeeOther, (await Identifying.Number(intaker, id, "", reason)).StatusCode);

        Assert.Equal($"mother|{reason}|2023-05-15|Demo intaker", await app.Database.AsAdmin("select concat_ws('|', person, reason, said_on, said_by) from no_bsn where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'NoBsnSaid' and dossier_id = $1", id));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Geen BSN: " + label, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await Identifying.Number(intaker, id, FormFields.Bsn);
        await intaker.Get($"/dossiers/{id}");
        Assert.DoesNotContain("Geen BSN", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{id}/besluit/1")).StatusCode);
    }

    [Fact]
    public async Task Of_a_child_comes_later_and_loses_nothing_of_what_was_known()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{id}/identiteit?van=child-1")).StatusCode);
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id);
        await Identifying.Number(carer, id, "", "pasgeboren", "child-1");
        await Identifying.Check(carer, id, "vergewist", person: "child-1");

        Assert.Equal(HttpStatusCode.SeeOther, (await Identifying.Number(carer, id, Identifying.Other, person: "child-1")).StatusCode);

        Assert.Equal(Identifying.Other, await Identifying.Shown(carer, id, "child-1"));
        Assert.Equal("child-1|pasgeboren", await app.Database.AsAdmin("select concat_ws('|', person, reason) from no_bsn"));
        await carer.Get($"/dossiers/{id}/identiteit?van=child-1");
        Assert.Contains("Vergewist", carer.Page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft vastgelegd waarom kind 1 geen BSN heeft", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains("heeft het BSN van kind 1 vastgelegd", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemeente")]
    [InlineData("programmabureau")]
    [InlineData("verzekeraar")]
    [InlineData("onderzoeker")]
    public async Task Is_not_for_whom_no_law_gives_it(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Resembling.Stored(app, "verloskunde-elders");
        using var visitor = await app.Visit(persona);

        foreach (var path in (string[])[$"/dossiers/{id}/identiteit", "/zoeken/bsn"])
        {
            await visitor.Get(path);
            Assert.Empty(visitor.Page.QuerySelectorAll("input[name=bsn], input[name=persoon]"));
        }
    }
}
