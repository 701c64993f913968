using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class The_domain
{
    [Fact]
    public void References_nothing_but_the_base_library()
    {
        var references = typeof(Bsn).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    // The base library holds files and sockets too; the domain may know neither.
    [Fact]
    public void Reads_no_file_network_or_database()
    {
        string[] doors = ["System.IO.FileSystem", "System.Net", "System.Data", "System.Diagnostics.Process", "System.Console"];
        var references = typeof(Bsn).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(references, name => doors.Any(door => name.StartsWith(door, StringComparison.Ordinal)));
    }
}
