using System.Globalization;
using System.Net;
using Flex.Web.Features.Imports;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

public sealed class A_daily_file_of_shifts(TestCluster cluster)
{
    [Fact]
    public async Task Is_tried_first_and_then_stored_with_who_pays_and_its_journal()
    {
        await using var app = await App.Start(cluster);
        var (id, number, carer, coordinator) = await Shifts.Family(app);

        Assert.Equal(HttpStatusCode.OK, (await Shifts.Try(coordinator, Shifts.Morning(number))).StatusCode);
        Assert.Contains("Dit gebeurt er als u opslaat", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("1 dienst: 1 nieuw", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_contact"));
        // What was tried is what the second form sends.
        var form = coordinator.Page.QuerySelector("main form:has(input[name=doe])")!;
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Post("/diensten", [.. form.QuerySelectorAll("input[name]").Where(i => i.GetAttribute("name") is "doe" or "tekst").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))])).StatusCode);

        Assert.Contains("De diensten zijn opgeslagen", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("14 09:00 12 Demo kraamverzorgende", await Shifts.Contacts(app));
        Assert.Equal("2023-05-14 zvw programma 12 1440", await Given.Lines(app, id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join care_contact c on c.entry_id = e.id join shift_line s on s.entry_id = e.id and s.contact_id = c.id where e.act = 'ShiftsTaken' and e.body is not null and e.role = 'coordinator' and s.outcome = 'nieuw'"));
        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.Contains("Vastgelegd uit het bestand: dienst D-1", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft een bestand met diensten ingelezen", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        carer.Dispose();
        coordinator.Dispose();
    }

    [Fact]
    public async Task Read_twice_or_four_times_at_once_counts_once()
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, coordinator) = await Shifts.Family(app);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Shifts.Store(coordinator, Shifts.Morning(number))));
        Assert.Equal(HttpStatusCode.OK, (await Shifts.Store(coordinator, Shifts.Morning(number))).StatusCode);

        Assert.Contains("1 al eerder ingelezen", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("1 1 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from care_contact), (select count(*) from shift_line), (select count(*) from payer_line))"));
        carer.Dispose();
        coordinator.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_shift_in_two_files_in_any_order_is_one_contact(bool turned)
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, coordinator) = await Shifts.Family(app);
        var afternoon = Shifts.Line("D-2", number, "2023-05-14T14:00+02:00", "2023-05-14T16:00+02:00");
        string[] files = [Shifts.Morning(number) + afternoon, afternoon];

        foreach (var file in turned ? files.Reverse() : files)
        {
            Assert.Equal(HttpStatusCode.OK, (await Shifts.Store(coordinator, file)).StatusCode);
        }

        Assert.Equal("14 09:00 12 Demo kraamverzorgende, 14 14:00 8 Demo kraamverzorgende", await Shifts.Contacts(app));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from shift_line where outcome = 'nieuw'"));
        carer.Dispose();
        coordinator.Dispose();
    }

    [Fact]
    public async Task One_wrong_line_stores_nothing_of_the_others()
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, coordinator) = await Shifts.Family(app);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shifts.Store(coordinator, Shifts.Morning(number) + Shifts.Line("D-2", number, "2023-05-14 14:00", ""))).StatusCode);

        Assert.Contains("Regel 3, kolom tot: Het einde ontbreekt.", Shifts.Problems(coordinator), StringComparison.Ordinal);
        Assert.Contains("D-2", coordinator.Page.QuerySelector("textarea[name=tekst]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from care_contact), (select count(*) from shift_line))"));
        carer.Dispose();
        coordinator.Dispose();
    }

    [Fact]
    public async Task At_the_command_line_it_is_tried_stored_and_read_again()
    {
        await using var app = await App.Start(cluster);
        var (_, number, carer, coordinator) = await Shifts.Family(app);
        var path = Path.Combine(Directory.CreateTempSubdirectory("flex-shifts").FullName, "dag.csv");
        await File.WriteAllTextAsync(path, Shifts.Head + Shifts.Morning(number), TestContext.Current.CancellationToken);
        var organisation = (string)(await app.Database.AsAdmin("select organisation from relation where kind = 'zorg' limit 1"))!;

        Assert.Equal((0, "Proef: er is niets opgeslagen. 1 dienst: 1 nieuw, 0 gelijk aan wat er stond, 0 met een verschil, 0 al eerder ingelezen."), await Run(app, organisation, path, dry: true));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_contact"));
        Assert.Equal(0, (await Run(app, organisation, path, dry: false)).Code);
        Assert.EndsWith("1 al eerder ingelezen.", (await Run(app, organisation, path, dry: false)).Said, StringComparison.Ordinal);
        Assert.Equal(1, (await Run(app, "iemand-anders", path, dry: false)).Code);

        Assert.Equal("14 09:00 12 Demo kraamverzorgende", await Shifts.Contacts(app));
        carer.Dispose();
        coordinator.Dispose();
    }

    private static async Task<(int Code, string Said)> Run(App app, string sender, string path, bool dry)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = await ImportShifts.Run(app.Db, app.Library, sender, path, dry, output, TestContext.Current.CancellationToken);
        return (code, output.ToString().TrimEnd());
    }
}
