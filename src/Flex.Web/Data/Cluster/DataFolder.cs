namespace Flex.Web.Data.Cluster;

/// <summary>The folder that holds everything of one installation: the private cluster, the keys and the outside heads of the journal.</summary>
internal sealed record DataFolder(string Root)
{
    public string Cluster => Path.Combine(Root, "cluster");

    public string Keys => Path.Combine(Root, "keys");

    public string Heads => Path.Combine(Root, "heads");

    public string Rejects => Path.Combine(Root, "rejects");

    public string UsersLock => Path.Combine(Root, "users.lock");

    // Says that only invented families live here: made by demo, asked by whatever throws away or serves for real.
    private string DemoMark => Path.Combine(Root, "demonstratie");

    public bool IsDemo => File.Exists(DemoMark);

    /// <summary>Where an installation lives unless --data says otherwise: a place that the server account can reach too.</summary>
    public static string Default =>
        Environment.GetEnvironmentVariable("FLEX_DATA") is { Length: > 0 } named ? named
        : Environment.IsPrivilegedProcess ? "/var/lib/geboortezorg-flex"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "geboortezorg-flex");

    /// <summary>The folder of a demonstration: new or marked as one. Any other folder is refused, untouched.</summary>
    public static DataFolder OpenDemo(string root)
    {
        var folder = new DataFolder(Path.GetFullPath(root));
        if (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any() && !folder.IsDemo)
        {
            throw new RefusedException($"In {folder.Root} staat al iets dat niet van een demonstratie is. Kies met --data een lege of nieuwe map.");
        }

        Directory.CreateDirectory(folder.Root);
        File.WriteAllText(folder.DemoMark, "Alleen verzonnen gezinnen; flex demo --reset mag dit weggooien.\n");
        return Open(root);
    }

    /// <summary>Removes what an installation made, and the folder itself when nothing else is in it.</summary>
    public void Clear()
    {
        foreach (var own in new[] { Cluster, Keys, Heads, Rejects }.Where(Directory.Exists))
        {
            Directory.Delete(own, recursive: true);
        }

        File.Delete(UsersLock);
        File.Delete(DemoMark);
        if (!Directory.EnumerateFileSystemEntries(Root).Any())
        {
            Directory.Delete(Root);
        }
    }

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
