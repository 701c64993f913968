using System.Net;
using Flex.Web.Tests.CareHours;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Births;

public sealed class Correcting_a_birth(TestCluster cluster)
{
    [Fact]
    public async Task With_a_reason_moves_every_clock_and_leaves_the_first_registration_where_it_was()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id, ("kind1_dag", "03-05-2023"));
        await carer.Get($"/dossiers/{id}/uren");
        await Registering_hours.Register(carer, id, day: "04-05-2023", hours: "3");

        await carer.Get($"/dossiers/{id}/geboorte");
        Assert.Contains("Geboorte verbeteren", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains(("kind1_dag", "03-05-2023"), A_database_that_goes_away.Typed(carer));
        var answer = await Birth.Register(carer, id, ("kind1_dag", "13-05-2023"), ("reden", "Verkeerde week"));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("2023-05-03,2023-05-13", await app.Database.AsAdmin("select string_agg(born_on::text, ',' order by id) from birth"));
        Assert.Equal("2023-05-13|Verkeerde week", await app.Database.AsAdmin("select concat_ws('|', born_on, reason) from current_birth"));
        Assert.Equal("2023-11-20", await app.Database.AsAdmin("select since::text from work_item where dossier_id = $1 and kind = 'afsluiten' and done_on is null", id));
        Assert.Equal("coordinator", await app.Database.AsAdmin("select role from work_item where dossier_id = $1 and kind = 'wijziging-beoordelen' and done_on is null", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'BirthCorrected' and body is not null and dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_entry"));
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Er staan uren op 04-05-2023, meer dan een week voor de geboorte.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de geboorte verbeterd: geboren op 13-05-2023 om 23:50.Eerst stond er 03-05-2023. Reden: “Verkeerde week”.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_something_else_than_the_day_asks_nobody_to_judge()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id);
        await carer.Get($"/dossiers/{id}/geboorte");

        await Birth.Register(carer, id, ("voeding", "beide"), ("reden", "Voeding is veranderd"));

        Assert.Equal("beide", await app.Database.AsAdmin("select feeding from current_birth"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from fact_check"));
    }

    [Theory]
    [InlineData("levend", "levenloos", "1", "{levend-geboren}")]
    [InlineData("levend", "levend", "2", "{aantal-kinderen,levend-geboren}")]
    public async Task Of_whether_the_children_live_or_how_many_there_are_is_the_coordinators_to_judge(string first, string then, string number, string changed)
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id, ("kind1_leeft", first));
        await carer.Get($"/dossiers/{id}/geboorte");

        await Birth.Register(carer, id, ("aantal", number), ("kind1_leeft", then), ("kind2_dag", "14-05-2023"), ("kind2_tijd", "23:55"), ("kind2_leeft", "levend"), ("kind2_ziekenhuisdagen", "0"), ("reden", "Verkeerd gehoord"));

        Assert.Equal($"geboorte-verbeterd {changed}", await app.Database.AsAdmin("select occasion || ' ' || changed::text from fact_check"));
        Assert.Equal("coordinator", await app.Database.AsAdmin("select role from work_item where dossier_id = $1 and kind = 'wijziging-beoordelen' and done_on is null", id));
    }

    [Fact]
    public async Task Of_the_day_that_the_application_said_is_the_coordinators_to_judge()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set birth_date = '2023-05-04' where dossier_id = '{id}'");
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");

        await Birth.Register(carer, id);

        Assert.Equal("geboorte-verbeterd {geboortedag}", await app.Database.AsAdmin("select occasion || ' ' || changed::text from fact_check"));
        Assert.Equal("coordinator", await app.Database.AsAdmin("select role from work_item where dossier_id = $1 and kind = 'wijziging-beoordelen' and done_on is null", id));
    }

    [Fact]
    public async Task Without_a_reason_is_sent_back()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id);
        await carer.Get($"/dossiers/{id}/geboorte");

        var answer = await Birth.Register(carer, id, ("kind1_dag", "13-05-2023"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(carer.Page.QuerySelector("#reden-fout"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from birth"));
    }

    [Fact]
    public async Task That_somebody_else_registered_meanwhile_is_told_and_keeps_what_was_typed()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        using var midwife = await app.Visit("verloskundige");
        await carer.Get($"/dossiers/{id}/geboorte");
        await midwife.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(midwife, id, ("kind1_dag", "13-05-2023"));

        var answer = await Birth.Register(carer, id);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Demo verloskundige heeft intussen vastgelegd: geboren op 13-05-2023 om 23:50.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains(("kind1_dag", "14-05-2023"), A_database_that_goes_away.Typed(carer));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from birth"));
        await Birth.Register(carer, id, ("reden", "Ik was erbij"));
        Assert.Equal("2023-05-14", await app.Database.AsAdmin("select born_on::text from current_birth"));
    }

    [Fact]
    public async Task At_the_same_moment_keeps_one_and_tells_the_others()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        var carers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Visit("kraamverzorgende")));
        foreach (var carer in carers)
        {
            await carer.Get($"/dossiers/{id}/geboorte");
        }

        var answers = await Task.WhenAll(carers.Select((c, i) => Birth.Register(c, id, ("kind1_tijd", $"1{i}:00"))));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from birth"));
        Array.ForEach(carers, c => c.Dispose());
    }
}
