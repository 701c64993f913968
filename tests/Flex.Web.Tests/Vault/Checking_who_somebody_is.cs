using System.Net;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Vault;

public sealed class Checking_who_somebody_is(TestCluster cluster)
{
    private const string Stored = "select string_agg(concat_ws('|', person, status, document, document_last, checked_on, checked_by), ',' order by id) from identity_check where dossier_id = $1";

    [Theory]
    [InlineData("verloskundige")]
    [InlineData("kraamverzorgende")]
    [InlineData("intaker")]
    [InlineData("jgz")]
    public async Task Is_written_down_with_the_kind_and_the_end_of_the_document_and_shown_in_the_dossier(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var visitor = await app.Visit(persona);
        await visitor.Get($"/dossiers/{id}");
        Assert.Contains("Niet gecontroleerd. BSN: Niet vastgelegd", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await visitor.Get(Assert.Single(visitor.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/identiteit']")).GetAttribute("href")!);

        var answer = await Identifying.Check(visitor, id, "document", document: "paspoort", last: "x12");

        Assert.Equal((HttpStatusCode.SeeOther, $"/dossiers/{id}/identiteit"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var name = (string)(await app.Database.AsAdmin("select checked_by from identity_check"))!;
        Assert.Equal($"mother|document|paspoort|X12|2023-05-14|{name}", await app.Database.AsAdmin(Stored, id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'IdentityChecked' and role = $1 and dossier_id = $2 and body is not null", persona, id));
        await visitor.Get($"/dossiers/{id}");
        Assert.Contains($"Gecontroleerd met een identiteitsbewijs (Paspoort, eindigt op X12), op 14-05-2023 door {name}", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await visitor.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft vastgelegd hoe de identiteit van de moeder is gecontroleerd", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_counts_and_the_earlier_stay_to_be_read()
    {
        await using var app = await App.Start(cluster);
        var id = await Resembling.Stored(app, "verloskunde-elders");
        using var intaker = await app.Visit("intaker");
        await Identifying.Check(intaker, id, "document", "02-05-2023", "rijbewijs", "77");
        await Identifying.Check(intaker, id, "sbv-z", "03-05-2023");

        await intaker.Get($"/dossiers/{id}/identiteit");

        Assert.Contains("BSN geverifieerd bij SBV-Z, op 03-05-2023", intaker.Page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gecontroleerd met een identiteitsbewijs (Rijbewijs, eindigt op 77), op 02-05-2023", intaker.Page.QuerySelector("section li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_was_verified_is_not_when_another_takes_its_place()
    {
        await using var app = await App.Start(cluster);
        var id = await Resembling.Stored(app, "verloskunde-elders");
        using var intaker = await app.Visit("intaker");
        await Identifying.Check(intaker, id, "sbv-z", "03-05-2023");

        Assert.Equal(HttpStatusCode.SeeOther, (await Identifying.Number(intaker, id, Identifying.Other)).StatusCode);

        await intaker.Get($"/dossiers/{id}/identiteit");
        Assert.Contains("Niet gecontroleerd", intaker.Page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("van een eerder BSN", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await Identifying.Check(intaker, id, "sbv-z", "04-05-2023");
        await intaker.Get($"/dossiers/{id}/identiteit");
        Assert.Contains("BSN geverifieerd bij SBV-Z, op 04-05-2023", intaker.Page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_three_times_at_once_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/identiteit");
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Identifying.Check(intaker, id, "vergewist", act: act)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from identity_check"));
    }

    [Theory]
    [InlineData("", "14-05-2023", "", "", "controle", "Dit is nog niet ingevuld")]
    [InlineData("vergewist", "", "", "", "dag", "Vul in op welke dag dit gebeurde.")]
    [InlineData("vergewist", "16-05-2023", "", "", "dag", "toekomst")]
    [InlineData("document", "14-05-2023", "", "A1", "bewijs", "Dit is nog niet ingevuld")]
    [InlineData("document", "14-05-2023", "paspoort", "NX1234567", "bewijs_eind", "niet het hele nummer")]
    [InlineData("sbv-z", "14-05-2023", "", "", "controle", "Leg eerst het BSN vast.")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string how, string day, string document, string last, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Identifying.Check(intaker, id, how, day, document, last)).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(day, intaker.Page.QuerySelector("#dag")!.GetAttribute("value") ?? "");
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from identity_check"));
    }

    [Theory]
    [InlineData("controle")]
    [InlineData("nummer")]
    [InlineData("verbeterd")]
    [InlineData("geen")]
    public async Task Is_not_kept_when_the_dossier_ends_at_that_moment(string what)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        if (what == "verbeterd")
        {
            await Identifying.Number(carer, id, "999990020");
        }

        await carer.Get($"/dossiers/{id}/identiteit");
        var before = (string)(await app.Database.AsAdmin(Everything, id))!;
        Task<HttpResponseMessage> sending;
        await using (var holder = await Trust.A_database_that_goes_away.Hold(app, "journal.entry"))
        {
            sending = what switch
            {
                "controle" => Identifying.Send(carer, id, "controle", null, [("controle", "vergewist"), ("dag", "14-05-2023")]),
                "geen" => Identifying.Send(carer, id, "nummer", null, [("geen_bsn", "wil-niet")]),
                _ => Identifying.Send(carer, id, "nummer", null, [("bsn", Identifying.Other)]),
            };
            await Trust.A_database_that_goes_away.SomebodyWaits(holder);
            await using var end = new NpgsqlCommand($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), '{id}', '2023-05-14', 'verhuisd', 'Test', gen_random_uuid(), gen_random_uuid()); commit", holder);
            await end.ExecuteNonQueryAsync();
        }

        Assert.Equal(HttpStatusCode.Conflict, (await sending).StatusCode);
        Assert.Contains("Dit is niet opgeslagen: het dossier is afgesloten", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal(before, await app.Database.AsAdmin(Everything, id));
    }

    private const string Everything = "select concat_ws('|', (select count(*) from identity_check where dossier_id = $1), (select count(*) from no_bsn where dossier_id = $1), (select string_agg(encode(lookup, 'hex'), ',') from vault.bsn where dossier_id = $1))";
}
