using Flex.Web.Commands;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Vault;

/// <summary>A crash, a second rotation at once, and a key file that is not the one of this database.</summary>
public sealed class A_rotation_that_breaks_off(TestCluster cluster)
{
    [Fact]
    public async Task In_the_middle_leaves_everything_readable_and_goes_on()
    {
        await using var app = await App.Start(cluster);
        var id = await Resembling.Stored(app, "verloskunde-elders");
        var old = Rotation.Copy(app);
        await Assert.ThrowsAsync<IOException>(() => Rotation.Run(app, table => throw new IOException(table)));
        Assert.Equal(["vault.bsn.lookup"], await Rotation.Opens(app, old, FormFields.Bsn));
        using var intaker = await app.Visit("intaker");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await intaker.Get($"/dossiers/{id}")).StatusCode);

        await Rotation.Run(app);

        Assert.Equal([], await Rotation.Opens(app, old, FormFields.Bsn));
        Assert.Equal(2, Rotation.Copy(app).Version);
        await app.Database.SealAll();
        (await app.Database.Verify(Rotation.Copy(app))).AssertWhole();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Right_after_the_key_file_changed_goes_on_with_the_same_key(int writes)
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        var file = Rotation.Copy(app).File;
        var next = KeyFile.New().Keys[0] with { Version = 2 };
        (file with { Epoch = 1 + writes, Writes = writes, Keys = [.. file.Keys, next] }).Write(Rotation.FileOf(app));

        await Rotation.Run(app);

        var now = Rotation.Copy(app).File;
        Assert.Equal((2, 2), (now.Writes, now.Keys.Count));
        Assert.Equal(next.Master, now.Keys.Single(k => k.Version == 2).Master);
        Assert.Null(now.Keys.Single(k => k.Version == 1).Master);
        Assert.Equal(["vault.bsn.lookup", "vault.dossier_key.wrapped"], await Rotation.Opens(app, Rotation.Copy(app), FormFields.Bsn));
    }

    [Fact]
    public async Task A_second_one_at_once_is_refused()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        string? said = null;

        await Rotation.Run(app, _ => said ??= Assert.Throws<RefusedException>(() => Rotation.Run(app).GetAwaiter().GetResult()).Message);

        Assert.Equal("De sleutels worden al vervangen door een ander proces. Wacht tot dat klaar is.", said);
        Assert.Equal(2, Rotation.Copy(app).Version);
    }

    [Fact]
    public async Task With_the_key_of_another_installation_is_refused_and_changes_nothing()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        KeyFile.New().Write(Rotation.FileOf(app));
        var before = await File.ReadAllBytesAsync(Rotation.FileOf(app), TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Rotation.Run(app));

        Assert.Contains("Het bestand keys/master.key is niet dat van deze database", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Rotation.FileOf(app), TestContext.Current.CancellationToken));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'KeysRotated'"));
    }

    [Fact]
    public async Task With_an_old_copy_of_the_file_is_refused()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        var old = Rotation.Copy(app).File;
        await Rotation.Run(app);
        old.Write(Rotation.FileOf(app));

        Assert.Contains("Het sleutelbestand is ouder dan de database.", (await Assert.ThrowsAsync<RefusedException>(() => Rotation.Run(app))).Message, StringComparison.Ordinal);
    }

    // A site with the key file of before the last rotation is refused everything by the database; it says so at its start.
    [Fact]
    public async Task With_an_old_copy_of_the_file_nothing_is_served_and_a_sentence_says_why()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        var old = Rotation.Copy(app).File;
        await RoleCheck.Keys(app.Database.Installation);
        await Rotation.Run(app);
        old.Write(Rotation.FileOf(app));
        app.Database.Installation.Keys.Refresh();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RoleCheck.Keys(app.Database.Installation));

        Assert.Matches("^Het sleutelbestand .*master.key is ouder dan de database. Zet de kopie van de map keys terug", refused.Message);
    }

    // The version of the key stands in one byte of a line.
    [Fact]
    public async Task After_the_last_version_that_a_line_can_name_is_refused_and_changes_nothing()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        var first = Rotation.Copy(app).File;
        (first with { Epoch = first.Epoch + 1, Writes = Entry.LastKey, Keys = [first.Keys[0] with { Version = Entry.LastKey }] }).Write(Rotation.FileOf(app));
        var before = await File.ReadAllBytesAsync(Rotation.FileOf(app), TestContext.Current.CancellationToken);

        Assert.Contains("De sleutels zijn 255 keer vervangen.", (await Assert.ThrowsAsync<RefusedException>(() => Rotation.Run(app))).Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Rotation.FileOf(app), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_version_of_the_key_is_read_back_from_the_line_that_names_it()
    {
        Assert.All(Enumerable.Range(1, Entry.LastKey), key => Assert.Equal((key, false), (Entry.KeyOf(Entry.VersionBy(key)), Entry.IsFirstForm(Entry.VersionBy(key)))));
        Assert.Equal((1, true), (Entry.KeyOf(1), Entry.IsFirstForm(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Entry.VersionBy(Entry.LastKey + 1));
    }

    [Fact]
    public async Task Without_the_old_key_half_way_is_refused_and_keeps_what_there_is()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        await Assert.ThrowsAsync<IOException>(() => Rotation.Run(app, _ => throw new IOException()));
        await Resembling.Stored(app, "elders", bsn: null, due: new(2023, 8, 1));
        var half = Rotation.Copy(app).File;
        (half with { Epoch = half.Epoch + 1, Keys = [KeyFile.New().Keys[0], half.Keys[1]] }).Write(Rotation.FileOf(app));
        await app.Database.AsAdmin("set session_replication_role = replica; update vault.dossier_key set wrapped = set_byte(wrapped, 3, (get_byte(wrapped, 3) + 1) % 256)");

        Assert.Contains("de oude sleutel ontbreekt erin", (await Assert.ThrowsAsync<RefusedException>(() => Rotation.Run(app))).Message, StringComparison.Ordinal);
        Assert.Equal(2, Rotation.Copy(app).File.Keys.Count(k => k.Master is not null));
    }

    [Fact]
    public async Task Without_a_key_file_the_verb_says_so_and_makes_none()
    {
        var folder = Directory.CreateTempSubdirectory("flex-nokey");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Cli.Root().Parse(["keys", "rotate", "--data", folder.FullName]).InvokeAsync(new() { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken));

        Assert.Contains("is er niet. Zet het terug uit de reservekopie", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "keys", "master.key")));
        folder.Delete(recursive: true);
    }
}
