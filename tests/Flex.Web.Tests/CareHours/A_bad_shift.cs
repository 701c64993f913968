using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

/// <summary>Each line that cannot be: a sentence at its line and column, and nothing stored.</summary>
public sealed class A_bad_shift(TestCluster cluster)
{
    [Theory]
    // Line by line: what is in the file, and the sentence. N is the number of the dossier.
    [InlineData("D-1,N,Ans,2023-05-14 09:00,2023-05-14 12:00,,|D-1,N,Ans,2023-05-14 09:00,2023-05-14 12:00,,", "Regel 3, kolom nummer: Deze dienst staat ook op regel 2")]
    [InlineData("D-1,N,Ans,2023-05-14 09:00,2023-05-14 12:00,,|D-2,N,Ans,2023-05-14 11:00,2023-05-14 13:00,,", "Regel 3, kolom van: Deze dienst valt samen met die op regel 2 van dezelfde zorgverlener")]
    [InlineData("D-1,N,Ans,2023-05-14 09:00,2023-05-14 12:00,,ja|D-2,N,Bea,2023-05-14 11:00,2023-05-14 13:00,,", "Regel 3, kolom samen: Op regel 2 staat een collega in dezelfde tijd")]
    [InlineData("D-1,N,Ans,2023-05-14 09:00,,,", "Regel 2, kolom tot: Het einde ontbreekt")]
    [InlineData("D-1,N,Ans,,2023-05-14 12:00,,", "Regel 2, kolom van: Het begin ontbreekt")]
    [InlineData("D-1,N,Ans,2023-03-26 02:30,2023-03-26 04:00,,", "Regel 2, kolom van: Deze tijd was er niet")]
    [InlineData("D-1,N,Ans,2022-10-30 02:30,2022-10-30 04:00,,", "Regel 2, kolom van: Deze tijd was er die nacht twee keer")]
    [InlineData("D-1,N,Ans,2023-05-08 09:00,2023-05-08 12:00,,", "Regel 2, kolom van: Deze zorg begint voor de geboorte (10-05-2023)")]
    [InlineData("D-1,N,Ans,2023-05-13 09:00,2023-05-14 10:00,,", "Regel 2, kolom tot: Dit is langer dan een dag")]
    [InlineData("D-1,N,Ans,2023-05-14 12:00,2023-05-14 09:00,,", "Regel 2, kolom tot: De zorg eindigt voor zij begint")]
    [InlineData("D-1,N,Ans,2023-05-16 09:00,2023-05-16 12:00,,", "Regel 2, kolom van: Deze dag ligt in de toekomst")]
    [InlineData("D-1,99999,Ans,2023-05-14 09:00,2023-05-14 12:00,,", "Regel 2, kolom gezin: Dossier 99999 kennen we niet, of u werkt niet voor dit gezin")]
    [InlineData("D-1,Anna de Proef,Ans,2023-05-14 09:00,2023-05-14 12:00,,", "Regel 2, kolom gezin: Dit is geen dossiernummer")]
    [InlineData("D-1,N,,2023-05-14 09:00,2023-05-14 12:00,,", "Regel 2, kolom zorgverlener: Vul in wie deze zorg gaf")]
    [InlineData("D-1,N,Ans,2023-05-14 09:00,2023-05-14 12:00,iets,", "Regel 2, kolom soort: Dit antwoord kennen we niet")]
    [InlineData(",N,Ans,2023-05-14 09:00,2023-05-14 12:00,,", "Regel 2, kolom nummer: Geef deze rij een eigen nummer")]
    [InlineData("D-1,N,999990019,2023-05-14 09:00,2023-05-14 12:00,,", "BSN")]
    [InlineData("D-1,N,Ans", "Regel 2: Deze rij heeft 3 velden")]
    public async Task Is_said_with_its_line_and_column(string lines, string sentence)
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, coordinator) = await Shifts.Family(app);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shifts.Store(coordinator, lines.Replace(",N,", $",{number},", StringComparison.Ordinal).Replace("|", "\n", StringComparison.Ordinal) + "\n")).StatusCode);

        Assert.Contains(sentence, Shifts.Problems(coordinator), StringComparison.Ordinal);
        Assert.Equal("0 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from care_contact), (select count(*) from shift_line))"));
        carer.Dispose();
        coordinator.Dispose();
    }

    [Theory]
    [InlineData("", "Kies een bestand met diensten")]
    [InlineData("nummer,gezin\n", "In de kop ontbreekt")]
    [InlineData("nummer,gezin,zorgverlener,van,tot\n", "Het bestand heeft een kop maar geen regels")]
    public async Task A_file_that_is_none_says_so(string text, string sentence)
    {
        await using var app = await App.Start(cluster);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/diensten");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post("/diensten", ("tekst", text), ("doe", "opslaan"))).StatusCode);

        Assert.Contains(sentence, coordinator.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_six_months_it_says_the_last_day_and_what_to_do()
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, _) = await Shifts.Family(app);
        await using var later = await app.On(new(2023, 11, 20));
        using var coordinator = await later.Visit("coordinator");
        await coordinator.Get("/diensten");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shifts.Store(coordinator, Shifts.Line("D-1", number, "2023-11-11 09:00", "2023-11-11 12:00"))).StatusCode);
        Assert.Contains("Regel 2, kolom tot: De laatste dag van hulp uit het programma was 10-11-2023.", Shifts.Problems(coordinator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Shifts.Store(coordinator, Shifts.Line("D-1", number, "2023-11-10 09:00", "2023-11-10 12:00"))).StatusCode);

        Assert.Equal("10 09:00 12 Demo kraamverzorgende", await Shifts.Contacts(app));
        carer.Dispose();
    }

    [Theory]
    [InlineData("update relation set withdrawn_at = '2023-05-01' where kind = 'zorg'", "Uw organisatie geeft dit gezin op deze dag geen zorg")]
    [InlineData("update relation set from_day = '2023-04-01', until_day = '2023-05-13' where kind = 'zorg'", "Uw organisatie geeft dit gezin op deze dag geen zorg")]
    [InlineData("insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) select gen_random_uuid(), id, '2023-05-15', 'afgerond', 'x', gen_random_uuid(), entry_id from dossier", "Dit dossier is afgesloten per 15-05-2023")]
    [InlineData("insert into dossier_end (id, dossier_id, ended_on, how, ended_by, merged_into, act_id, entry_id) select gen_random_uuid(), id, '2023-05-15', 'dubbel', 'x', id, gen_random_uuid(), entry_id from dossier", "Dit dossier is samengevoegd met dossier")]
    public async Task Of_who_does_not_care_for_the_family_or_of_a_dossier_that_is_over_is_refused_and_the_same_line_again_is_not(string change, string sentence)
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, coordinator) = await Shifts.Family(app);
        await Shifts.Store(coordinator, Shifts.Morning(number));
        await app.Database.AsAdmin("set session_replication_role = replica; " + change);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shifts.Store(coordinator, Shifts.Morning(number) + Shifts.Line("D-2", number, "2023-05-14 14:00", "2023-05-14 16:00"))).StatusCode);
        Assert.Contains(sentence, Shifts.Problems(coordinator), StringComparison.Ordinal);
        Assert.DoesNotContain("Regel 2", Shifts.Problems(coordinator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Shifts.Store(coordinator, Shifts.Morning(number))).StatusCode);

        Assert.Equal("14 09:00 12 Demo kraamverzorgende", await Shifts.Contacts(app));
        carer.Dispose();
        coordinator.Dispose();
    }

    [Fact]
    public async Task Of_a_shift_that_was_of_another_family_is_refused()
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, coordinator) = await Shifts.Family(app);
        await Shifts.Store(coordinator, Shifts.Morning(number));
        var (other, second) = await Given.Family(app);
        var others = (int)(await app.Database.AsAdmin("select number from dossier where id = $1", other))!;
        await coordinator.Get("/diensten");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shifts.Store(coordinator, Shifts.Morning(others))).StatusCode);

        Assert.Contains("Regel 2, kolom nummer: Deze dienst is eerder ingelezen voor een ander gezin", Shifts.Problems(coordinator), StringComparison.Ordinal);
        carer.Dispose();
        second.Dispose();
        coordinator.Dispose();
    }
}
