using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Vault;

public sealed class The_key_file(TestCluster cluster)
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Is_for_the_account_of_the_service_only_as_is_its_folder_with_the_keys_of_cookies()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("intaker");
        var keys = app.Database.Installation.Folder.Keys;

        Assert.Equal(Own | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        Assert.Equal(Own, File.GetUnixFileMode(KeyFile.PathIn(keys)));
        Assert.NotEmpty(Directory.GetFiles(keys, "key-*.xml"));
    }

    [Fact]
    public async Task Stays_so_after_a_rotation_wrote_it_anew()
    {
        await using var app = await App.Start(cluster);
        var path = KeyFile.PathIn(app.Database.Installation.Folder.Keys);
        File.SetUnixFileMode(path, Own | UnixFileMode.OtherRead);

        app.Database.Installation.Keys.Change(app.Database.Installation.Keys.File);

        Assert.Equal(Own, File.GetUnixFileMode(path));
    }
}
