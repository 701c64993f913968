using Flex.Web.Data.Journal;
using Flex.Web.Features.Exports;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Vault;

namespace Flex.Web.Tests.Exports;

public sealed class Pseudonyms_of_a_recipient(TestCluster cluster)
{
    private const string Programme = "zuid-limburg-2021";

    // A property over families and recipients that are made up by the seed of the run.
    [Fact]
    public void Are_of_that_recipient_alone_and_the_same_again_for_it()
    {
        var folder = Directory.CreateTempSubdirectory("flex-pseudonym");
        var (keys, others, random) = (KeyRing.Open(folder.FullName), KeyRing.Open(Directory.CreateTempSubdirectory("flex-pseudonym").FullName), new Random(Seed.OfRun));
        var families = Enumerable.Range(0, 200).Select(_ => { var bytes = new byte[16]; random.NextBytes(bytes); return new Guid(bytes); }).ToList();
        string[] recipients = ["trendbreuk", "trendbreuk2", "universiteit", .. Enumerable.Range(0, 10).Select(_ => $"r{random.Next()}")];

        var all = recipients.SelectMany(r => families.Select(f => keys.Pseudonym(r, f))).ToList();

        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(all, recipients.SelectMany(r => families.Select(f => KeyRing.Open(folder.FullName).Pseudonym(r, f))));
        Assert.Empty(all.Intersect(recipients.SelectMany(r => families.Select(f => others.Pseudonym(r, f)))));
        Assert.All(all, p => Assert.Matches("^[A-Z2-7]{26}$", p));
    }

    [Fact]
    public async Task Stand_in_two_files_that_cannot_be_joined_and_stay_after_the_keys_were_rotated()
    {
        await using var app = await App.Start(cluster);
        var ids = new List<Guid>();
        foreach (var name in (string[])["Anna de Proef", "Bente Test", "Carla Voorbeeld"])
        {
            ids.Add(await new Builder(app).Dossier().InCare().Of(name).Save());
        }

        await app.Database.AsAdmin($"set session_replication_role = replica; insert into restriction select gen_random_uuid(), '{ids[2]}', '2023-05-03', 'Intaker', 'Carla', 'bezwaar', null, null, null, null, gen_random_uuid(), gen_random_uuid()");
        var first = await Written(app, "trendbreuk");
        // The same partner under another code is another recipient.
        var second = ids.Select(id => app.Database.Installation.Keys.Pseudonym("universiteit", id)).ToList();

        Assert.Equal(3, first.Count);
        Assert.Equal("pseudoniem,aanmelder,hulpverleners,eerste_zwangerschap,mate,aantal_factoren,besluit_1,kwartieren_1,besluit_2,kwartieren_2", first[0]);
        Assert.Equal(ids.Take(2).Select(id => app.Database.Installation.Keys.Pseudonym("trendbreuk", id)).Order(StringComparer.Ordinal), first.Skip(1).Select(l => l.Split(',')[0]));
        Assert.Empty(first.Skip(1).Select(l => l.Split(',')[0]).Intersect(second));
        Assert.All((string[])["Anna", "Bente", "6411", "GM0", .. ids.Select(i => i.ToString())], n => Assert.DoesNotContain(n, string.Join('\n', first), StringComparison.Ordinal));
        Assert.Equal("uitgifte evaluatie aan trendbreuk 2", await app.Database.AsAdmin("select purpose || ' ' || cardinality(objects) from journal.entry where act = 'ExportMade'"));

        await Rotation.Run(app);

        Assert.Equal(first, await Written(app, "trendbreuk"));
    }

    [Theory]
    [InlineData("gemeente-heerlen")]
    [InlineData("cz")]
    [InlineData("geboortezorg-limburg")]
    [InlineData("iemand-anders")]
    public async Task Are_given_to_nobody_who_may_have_no_line_per_family(string recipient)
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().Save();
        var (path, said) = (Path.Combine(Directory.CreateTempSubdirectory("flex-pseudonym").FullName, "uit.csv"), new StringWriter());

        Assert.Equal(1, await ExportEvaluation.Run(app.Database.Installation, app.Db, app.Library, (Programme, recipient), path, said, TestContext.Current.CancellationToken));

        Assert.Contains("krijgt geen regels per gezin. Kies uit: trendbreuk.", said.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ExportMade'"));
    }

    private static async Task<IReadOnlyList<string>> Written(App app, string recipient)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("flex-pseudonym").FullName, "uit.csv");
        app.Database.Installation.Keys.Refresh();
        Assert.Equal(0, await ExportEvaluation.Run(app.Database.Installation, app.Db, app.Library, (Programme, recipient), path, TextWriter.Null, TestContext.Current.CancellationToken));
        return [.. (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Select(l => l.TrimStart('\uFEFF'))];
    }
}
