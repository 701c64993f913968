using System.Net;
using Flex.Web.Tests.Support;
using static Flex.Web.Tests.Questionnaires.Filling_in_with_a_family;

namespace Flex.Web.Tests.Questionnaires;

public sealed class A_wrong_list(TestCluster cluster)
{
    [Theory]
    [InlineData("werk", "slapen", "werk", "Dit antwoord hoort niet bij deze vraag.")]
    [InlineData("werk", "999990019", "werk", "Dit antwoord hoort niet bij deze vraag.")]
    [InlineData("zekerder", "ja", "werk", "een vraag die niet in deze lijst staat")]
    [InlineData("oneerlijk", "x", "werk", "een vraag die niet in deze lijst staat")]
    public async Task Is_sent_back_beside_the_question_with_everything_answered(string name, string value, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");

        var answer = await Send(carer, id, finish: true, null, ("woning", "huur"), (name, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, carer.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("huur", carer.Page.QuerySelector("main input[name=woning][checked]")!.GetAttribute("value"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from response"));
        Assert.DoesNotContain("999990019", carer.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kwartaal")]
    [InlineData("start%20")]
    [InlineData("Start")]
    public async Task That_the_programme_does_not_have_is_not_there(string code)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");

        Assert.Equal(HttpStatusCode.NotFound, (await Send(carer, id, finish: true, null, code)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{id}/vragenlijst/{code}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{Guid.NewGuid()}/vragenlijst/start")).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from response"));
    }

    [Fact]
    public async Task Of_a_dossier_that_ended_is_refused_with_everything_answered()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await Send(carer, id, finish: false, null, ("werk", "bijstand"));
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), '{id}', '2023-05-14', 'verhuisd', 'Test', gen_random_uuid(), gen_random_uuid())");

        var answer = await Send(carer, id, finish: true, null, ("werk", "parttime"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Test heeft dit dossier afgesloten per 14-05-2023: het gezin is verhuisd. Een vragenlijst wordt dan niet meer ingevuld.", Text(carer), StringComparison.Ordinal);
        Assert.Equal("parttime", carer.Page.QuerySelector("main input[name=werk][checked]")!.GetAttribute("value"));
        Assert.Equal("start|2|bezig|2023-05-15|Demo kraamverzorgende|werk=bijstand", await app.Database.AsAdmin(Rows, id));
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Vragenlijst bij de start Bezig, 1 van 5 vragen beantwoord.", Text(carer), StringComparison.Ordinal);
        Assert.Null(carer.Page.QuerySelector($"a[href='/dossiers/{id}/vragenlijst/start']"));
    }

    [Fact]
    public async Task Saved_while_the_dossier_ends_is_kept_out_by_the_database()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        await Send(carer, id, finish: false, null, ("werk", "bijstand"));
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), '{id}', '2023-05-14', 'verhuisd', 'Test', gen_random_uuid(), gen_random_uuid())");
        await using var work = await app.Db.Begin(new("test", "Test", "kraamverzorgende", "geboortezorg-limburg"), "test");
        work.Journal(Flex.Web.Data.Journal.Act.AnswersSaved);
        work.Add("update response set saved_by = 'Test'");

        Assert.Equal("dossier_is_open", (await Assert.ThrowsAsync<Npgsql.PostgresException>(work.Save)).ConstraintName);
    }

    [Fact]
    public async Task Sent_without_the_antiforgery_field_is_refused()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        using var stranger = new Visitor(app.Address);

        Assert.NotEqual(HttpStatusCode.SeeOther, (await Send(stranger, id, finish: true, null, ("werk", "parttime"))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from response"));
    }
}
