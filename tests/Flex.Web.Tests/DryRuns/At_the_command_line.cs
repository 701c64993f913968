using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Features.DryRuns;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.DryRuns;

/// <summary>flex dry-run with a criteria file, with the folder of a changed programme, and with what is neither.</summary>
public sealed class At_the_command_line(TestCluster cluster) : IDisposable
{
    private readonly ProgrammeCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public async Task Tells_counts_dossiers_and_reasons()
    {
        await using var app = await App.Start(cluster);
        var family = await PastFamilies.Decided(app, new Builder(app).Dossier().In("Kerkrade"), (1, "toegelaten"), (2, "toegelaten"));
        copy.Write("los.json", PastFamilies.Criteria(f => f.Codes(1, "municipality-in", "GM0917")));

        var (code, text) = await Run(app, Path.Combine(copy.Folder, "los.json"));

        Assert.Equal(0, code);
        Assert.Contains("2 eerdere besluiten nagerekend. Bij 1 zou het voorstel anders zijn: 1 keer afwijzen.", text, StringComparison.Ordinal);
        Assert.Contains("  Afwijzen: 0, 1; 0", text, StringComparison.Ordinal);
        Assert.Contains($"Dossier {family.Number}, pijler 1: toelaten wordt afwijzen (besloten: toegelaten). Woonplaats: voldeed, zou niet voldoen. Woont in Kerkrade.", text, StringComparison.Ordinal);
        Assert.Contains("Er is niets veranderd", text, StringComparison.Ordinal);
        Assert.Equal(family.Id, await app.Database.AsAdmin("select objects[1] from journal.entry where act = 'DryRunDone' and actor = 'systeem:dry-run'"));
    }

    // A changed programme may apply another version from a day of application on; each case is tried by its own day.
    [Theory]
    [InlineData("")]
    [InlineData("zuid-limburg-2021")]
    [InlineData("zuid-limburg-2021/programme.json")]
    public async Task Tries_a_changed_programme_by_the_day_of_application(string named)
    {
        await using var app = await App.Start(cluster);
        var a = new Builder(app);
        await PastFamilies.Decided(app, a.Dossier().In("Kerkrade").For(1).Received(new(2023, 4, 30)), (1, "toegelaten"));
        var later = await PastFamilies.Decided(app, a.Dossier().In("Kerkrade").For(1).Received(new(2023, 5, 1)), (1, "toegelaten"));
        copy.Write("zuid-limburg-2021/criteria/v-proef.json", PastFamilies.Criteria(f =>
        {
            f["validFrom"] = "2023-05-01";
            f.Codes(1, "municipality-in", "GM0917");
        }));
        copy.Edit("zuid-limburg-2021/programme.json", "\"v-factsheet\", \"applied\": true }", "\"v-factsheet\", \"applied\": true }, { \"version\": \"v-proef\", \"applied\": true }");

        var (code, text) = await Run(app, Path.Combine(copy.Folder, named));

        Assert.Equal(0, code);
        Assert.Contains("2 eerdere besluiten nagerekend. Bij 1 zou het voorstel anders zijn: 1 keer afwijzen.", text, StringComparison.Ordinal);
        Assert.Contains($"Dossier {later.Number}, pijler 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_what_is_not_there_and_tells_mistakes_with_their_place()
    {
        await using var app = await App.Start(cluster);
        copy.Write("kapot.json", "{\n  \"version\": 3\n}");
        copy.Write("leeg/niets.txt", "");
        copy.Edit("zuid-limburg-2021/programme.json", "\"isReconstruction\": true", "\"isReconstruction\": waar");

        Assert.Contains("is er niet", (await Assert.ThrowsAsync<RefusedException>(() => Run(app, Path.Combine(copy.Folder, "weg.json")))).Message, StringComparison.Ordinal);
        Assert.Contains("kapot.json, regel 2, kolom 14: Bij \"version\" staat iets anders dan verwacht.", (await Assert.ThrowsAsync<ProgrammeFileException>(() => Run(app, Path.Combine(copy.Folder, "kapot.json")))).Message, StringComparison.Ordinal);
        Assert.Contains("zuid-limburg-2021/programme.json, regel 1, kolom 1: Dit bestand ontbreekt.", (await Assert.ThrowsAsync<ProgrammeFileException>(() => Run(app, Path.Combine(copy.Folder, "leeg")))).Message, StringComparison.Ordinal);
        Assert.Contains("Dit is geen geldige JSON", (await Assert.ThrowsAsync<ProgrammeFileException>(() => Run(app, copy.Folder))).Message, StringComparison.Ordinal);
        Assert.Contains("heet niet zuid-limburg-2021", (await Assert.ThrowsAsync<RefusedException>(() => Run(app, Path.Combine(copy.Folder, "maastricht-concept")))).Message, StringComparison.Ordinal);
        var (code, text) = await Run(app, copy.Folder, "nergens");
        Assert.Equal(1, code);
        Assert.Contains("Er is geen programma met de code nergens. Kies uit: ", text, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DryRunDone'"));
    }

    private static async Task<(int Code, string Text)> Run(App app, string with, string programme = "zuid-limburg-2021")
    {
        using var output = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        return (await TellDryRun.Run(app.Db, app.Library, programme, with, output), output.ToString());
    }
}
