using Flex.Web.Commands;
using Flex.Web.Data.Cluster;

namespace Flex.Web.Tests.Commands;

/// <summary>A service manager may change its mind before the site answers.</summary>
public sealed class Asked_to_stop_while_it_starts : IAsyncLifetime
{
    private readonly DataFolder folder = new(Path.Combine(Path.GetTempPath(), "flex-a" + Guid.NewGuid().ToString("N")[..8]));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await PrivateCluster.Remove(folder);

    [Fact]
    public async Task The_site_ends_in_order_and_never_says_that_it_serves()
    {
        await using var said = new StringWriter();

        var code = await ServeSite.Run(new CommonOptions(folder.Root, null), FlexProcess.FreePort(), null, said, new CancellationToken(canceled: true));

        Assert.Equal(0, code);
        Assert.DoesNotContain("Ctrl+C", said.ToString(), StringComparison.Ordinal);
    }
}
