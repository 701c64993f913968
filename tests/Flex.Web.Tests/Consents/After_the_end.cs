using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Consents;

/// <summary>What was agreed to can be taken back as easily as it was given, also when nothing happens in the dossier any more (AVG 7 lid 3).</summary>
public sealed class After_the_end(TestCluster cluster)
{
    [Theory]
    [InlineData("evaluatie")]
    [InlineData("deelnemen")]
    public async Task A_yes_can_be_taken_back_and_works_at_once(string subject)
    {
        await using var app = await App.Start(cluster);
        var id = await Ended(app, subject);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/toestemming");
        Assert.Equal(["ingetrokken"], coordinator.Page.QuerySelectorAll("input[name=antwoord]").Select(o => o.GetAttribute("value")));

        var answer = await What_a_family_agrees_to.Say(coordinator, id, What_a_family_agrees_to.With(("waarvoor", subject), ("antwoord", "ingetrokken")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("ja,ingetrokken", await app.Database.AsAdmin("select string_agg(answer, ',' order by line) from consent where dossier_id = $1", id));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ConsentSaid' and dossier_id = $1", id));
        Assert.Equal(subject == "evaluatie" ? false : (object)DBNull.Value, await app.Database.AsAdmin("select (select takes_part from evaluation_choice where dossier_id = $1 and whose = 'moeder')", id) ?? DBNull.Value);
        await coordinator.Get($"/dossiers/{id}/toestemming");
        Assert.Contains("Ingetrokken", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Empty(coordinator.Page.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("nee")]
    public async Task Nothing_else_is_answered_any_more(string said)
    {
        await using var app = await App.Start(cluster);
        var id = await Ended(app, "evaluatie");
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/toestemming");

        var answer = await What_a_family_agrees_to.Say(coordinator, id, What_a_family_agrees_to.With(("antwoord", said)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("het dossier is afgesloten", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from consent"));
    }

    [Fact]
    public async Task The_database_refuses_any_other_answer_too()
    {
        await using var app = await App.Start(cluster);
        var id = await Ended(app, "evaluatie");
        await using var work = await app.Db.Begin(new("demo:coordinator", "Demo coordinator", "coordinator", "geboortezorg-limburg"), "proef");
        work.Journal(Flex.Web.Data.Journal.Act.ConsentSaid, dossier: id);
        work.Add("insert into consent (id, dossier_id, subject, whose, answer, text_version, language, capacity, channel, interpreter, said_on, said_by, act_id, entry_id) values ($1, $2, 'evaluatie', 'moeder', 'ja', '1', 'nl', 'moeder', 'gesprek', false, '2023-05-10', 'x', $3, $4)", Guid.NewGuid(), id, Guid.NewGuid(), work.EntryId);

        Assert.Equal("dossier_is_open", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => work.Send(TestContext.Current.CancellationToken))).ConstraintName);
    }

    [Fact]
    public async Task What_nobody_agreed_to_cannot_be_taken_back()
    {
        await using var app = await App.Start(cluster);
        var id = await Ended(app, "evaluatie");
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/toestemming");

        var answer = await What_a_family_agrees_to.Say(coordinator, id, What_a_family_agrees_to.With(("waarvoor", "deelnemen"), ("antwoord", "ingetrokken")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Er staat geen ja om in te trekken.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    private static async Task<Guid> Ended(App app, string subject)
    {
        var id = await new Builder(app).Dossier().InCare().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/toestemming");
        Assert.Equal(HttpStatusCode.SeeOther, (await What_a_family_agrees_to.Say(coordinator, id, What_a_family_agrees_to.With(("waarvoor", subject)))).StatusCode);
        await coordinator.Get($"/dossiers/{id}/einde");
        await Ends.Ending_a_dossier.End(coordinator, id, "verhuisd");
        return id;
    }
}
