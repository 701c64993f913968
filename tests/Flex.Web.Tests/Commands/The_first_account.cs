using System.Text.RegularExpressions;
using Flex.Web.Data.Cluster;

namespace Flex.Web.Tests.Commands;

/// <summary>An installation without anybody in it: somebody who may use the command line lets the first person in.</summary>
public sealed partial class The_first_account : IAsyncLifetime
{
    private readonly DataFolder folder = new(Path.Combine(Path.GetTempPath(), "flex-a" + Guid.NewGuid().ToString("N")[..8]));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await PrivateCluster.Remove(folder);

    [Fact]
    public async Task Is_invited_with_a_link_and_for_no_organisation_that_takes_no_part()
    {
        var (wrong, said) = await Invite("elders", "beheerder");
        Assert.Equal(1, wrong);
        Assert.Contains("geboortezorg-limburg", said, StringComparison.Ordinal);
        var (role, which) = await Invite("cz", "intaker");
        Assert.Equal(1, role);
        Assert.Contains("verzekeraar, privacy, beheerder", which, StringComparison.Ordinal);

        var (code, link) = await Invite("geboortezorg-limburg", "beheerder");

        Assert.Equal(0, code);
        Assert.Matches(Link(), link);
    }

    private Task<(int Code, string Said)> Invite(string organisation, string role) =>
        FlexProcess.Run("account", "invite", "--organisation", organisation, "--role", role, "--name", "Test-Beheerder", "--mail", "baas@flex.example", "--data", folder.Root);

    [GeneratedRegex("/uitnodiging/[A-Za-z0-9_-]{32}")]
    private static partial Regex Link();
}
