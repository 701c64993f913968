using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Consents;

/// <summary>Three consents, each an answer of its own, with who gave it in what capacity and on which text.</summary>
public sealed class What_a_family_agrees_to(TestCluster cluster)
{
    internal static readonly (string Name, string Value)[] Evaluation =
        [("waarvoor", "evaluatie"), ("over_wie", "moeder"), ("antwoord", "ja"), ("gegeven_door", "moeder"), ("hoe_gegeven", "gesprek"), ("gegeven_op", "10-05-2023"), ("tolk", "ja")];

    [Fact]
    public async Task Is_a_row_a_line_in_the_journal_and_said_on_the_dossier_with_the_text_that_was_read()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/toestemming");
        Assert.Contains("Nog niet gevraagd.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains("Concept: nog door niemand goedgekeurd.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);

        var answer = await Say(carer, id, Evaluation);

        Assert.Equal((HttpStatusCode.SeeOther, $"/dossiers/{id}/toestemming"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal("evaluatie|moeder|ja|1|nl|moeder|gesprek|t|2023-05-10|Demo kraamverzorgende", await app.Database.AsAdmin(
            "select concat_ws('|', subject, whose, party, answer, text_version, language, capacity, giver, channel, interpreter, said_on, said_by) from consent where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join consent c on c.entry_id = e.id where e.act = 'ConsentSaid' and e.body is not null"));
        await carer.Get($"/dossiers/{id}/toestemming");
        Assert.Contains("Ja De moeder, 10-05-2023, de moeder zelf, in een gesprek, met tolk. Tekst versie 1, Nederlands.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Ja op 10-05-2023", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("toestemming voor het onderzoek (de moeder): ja", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("antwoord", "ingetrokken", "Er staat geen ja om in te trekken. Kies ja of nee.")]
    [InlineData("over_wie", "partner", "Over de partner antwoordt alleen de partner zelf, en die antwoordt alleen over zichzelf.")]
    [InlineData("gegeven_door", "andere-ouder", "De andere ouder antwoordt alleen over het kind.")]
    [InlineData("gegeven_door", "voogd", "De moeder is 18 of ouder en heeft in dit dossier geen mentor of curator. Kies de moeder zelf.")]
    [InlineData("gegeven_op", "", "Vul in op welke dag dit is gezegd.")]
    [InlineData("gegeven_op", "01-06-2023", "Deze datum ligt in de toekomst. Kijk de datum na.")]
    [InlineData("hoe_gegeven", "rook", "Dit antwoord kennen we niet.")]
    [InlineData("taal_tekst", "xx", "Dit antwoord kennen we niet.")]
    [InlineData("waarvoor", "", "Dit is nog niet ingevuld.")]
    [InlineData("waarvoor", "delen", "Dit is nog niet ingevuld.")]
    public async Task Is_refused_at_its_field_with_everything_typed_still_there(string field, string value, string said)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/toestemming");

        var answer = await Say(carer, id, [.. Evaluation.Where(f => f.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from consent"));
        Assert.Equal(field == "hoe_gegeven" ? null : "gesprek", carer.Page.QuerySelector("input[name=hoe_gegeven][checked]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task To_take_part_no_more_is_the_end_of_the_dossier_and_that_end_is_the_withdrawal()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/toestemming");
        await Say(coordinator, id, With(("waarvoor", "deelnemen")));
        await coordinator.Get($"/dossiers/{id}/toestemming");
        var refused = await Say(coordinator, id, With(("waarvoor", "deelnemen"), ("antwoord", "ingetrokken")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Sluit het dossier dan af", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);

        await coordinator.Get($"/dossiers/{id}/einde");
        await Ends.Ending_a_dossier.End(coordinator, id, "ingetrokken");

        Assert.Equal("ja,ingetrokken", await app.Database.AsAdmin("select string_agg(answer, ',' order by line) from consent where dossier_id = $1 and subject = 'deelnemen'", id));
    }

    [Fact]
    public async Task Sent_twice_is_there_once_and_a_later_answer_leaves_the_earlier()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/toestemming");
        (string, string)[] form = [.. Evaluation, ("act", "0192f0c0-0000-7000-8000-000000000001")];
        await carer.Post($"/dossiers/{id}/toestemming", form);
        await carer.Post($"/dossiers/{id}/toestemming", form);

        await carer.Get($"/dossiers/{id}/toestemming");
        await Say(carer, id, With(("antwoord", "ingetrokken")));

        Assert.Equal("ja,ingetrokken", await app.Database.AsAdmin("select string_agg(answer, ',' order by line) from consent where dossier_id = $1", id));
        await carer.Get($"/dossiers/{id}/toestemming");
        Assert.Contains("Later kwam er een ander antwoord.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_three_times_at_once_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/toestemming");
        var act = Guid.NewGuid().ToString();

        Task<HttpResponseMessage>[] sending;
        await using (var holder = await Trust.A_database_that_goes_away.Hold(app, "journal.entry"))
        {
            sending = [.. Enumerable.Range(0, 3).Select(_ => carer.Post($"/dossiers/{id}/toestemming", [.. Evaluation, ("act", act)]))];
            await Trust.A_database_that_goes_away.SomebodyWaits(holder);
        }

        Assert.All(await Task.WhenAll(sending), a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from consent where dossier_id = $1", id));
    }

    internal static (string Name, string Value)[] With(params (string Name, string Value)[] changed) => [.. Evaluation.Where(f => changed.All(c => c.Name != f.Name)), .. changed];

    internal static Task<HttpResponseMessage> Say(Visitor visitor, Guid id, params (string Name, string Value)[] fields) =>
        visitor.Post($"/dossiers/{id}/toestemming", [.. fields, ("act", Guid.NewGuid().ToString())]);
}
