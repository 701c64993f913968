namespace Flex.Web.Data.Cluster;

/// <summary>The folder that holds everything of one installation: the private cluster, the keys and the outside heads of the journal.</summary>
internal sealed record DataFolder(string Root)
{
    public string Cluster => Path.Combine(Root, "cluster");

    public string Keys => Path.Combine(Root, "keys");

    public string Heads => Path.Combine(Root, "heads");

    public string Rejects => Path.Combine(Root, "rejects");

    public string UsersLock => Path.Combine(Root, "users.lock");

    /// <summary>Where an installation lives unless --data says otherwise: a place that the server account can reach too.</summary>
    public static string Default =>
        Environment.GetEnvironmentVariable("FLEX_DATA") is { Length: > 0 } named ? named
        : Environment.IsPrivilegedProcess ? "/var/lib/geboortezorg-flex"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "geboortezorg-flex");

    public static DataFolder Open(string? root)
    {
        var folder = new DataFolder(Path.GetFullPath(root ?? Default));
        Directory.CreateDirectory(folder.Root);
        foreach (var own in new[] { folder.Keys, folder.Heads, folder.Rejects })
        {
            Directory.CreateDirectory(own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
