namespace Flex.Web.Data.Cluster;

/// <summary>The newest installed PostgreSQL (15 or newer), run as an unprivileged account when this process is root.</summary>
internal sealed class ServerPrograms
{
    private const int Oldest = 15;
    private const string Account = "postgres";
    private readonly string bin;

    private ServerPrograms(string bin) => this.bin = bin;

    public static ServerPrograms Newest()
    {
        var found = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .Select(d => (Version: int.TryParse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture, out var v) ? v : 0, Bin: Path.Combine(d, "bin")))
                .Where(s => s.Version >= Oldest && File.Exists(Path.Combine(s.Bin, "initdb")))
                .OrderByDescending(s => s.Version)
                .Select(s => s.Bin)
                .FirstOrDefault()
            : null;
        return new ServerPrograms(found ?? throw new InvalidOperationException(
            "PostgreSQL 15 of nieuwer is niet geïnstalleerd: installeer het Debian-pakket postgresql, of geef verbindingsgegevens op."));
    }

    public async Task<string> Run(string program, params IEnumerable<string> arguments)
    {
        var (name, all) = AsAccount(Path.Combine(bin, program), arguments);
        return await Tool.Run(name, all);
    }

    public async Task<(int Code, string Said)> Try(string program, params IEnumerable<string> arguments)
    {
        var (name, all) = AsAccount(Path.Combine(bin, program), arguments);
        return await Tool.Try(name, all);
    }

    public async Task MakeFolder(string path)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Tool.Run("install", "-d", "-o", Account, "-m", "0700", path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>A root-owned folder above the cluster can shut the server account out: say so before initdb fails obscurely.</summary>
    public async Task MustReach(string path)
    {
        var (name, all) = AsAccount("test", ["-w", path]);
        if ((await Tool.Try(name, all)).Code != 0)
        {
            throw new InvalidOperationException($"Het account {Account} kan niet in {path} komen; kies met --data een map waar het wel bij kan, zoals onder /var/lib.");
        }
    }

    public async Task<bool> Exists(string path)
    {
        var (name, all) = AsAccount("test", ["-e", path]);
        return (await Tool.Try(name, all)).Code == 0;
    }

    private static (string Program, IEnumerable<string> Arguments) AsAccount(string program, IEnumerable<string> arguments) =>
        Environment.IsPrivilegedProcess ? ("runuser", ["-u", Account, "--", program, .. arguments]) : (program, arguments);
}
