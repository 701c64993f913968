using System.Globalization;
using Flex.Web.Features.Imports;

namespace Flex.Web.Tests.Imports;

/// <summary>Progress, on whatever is listening.</summary>
public sealed class Telling_progress
{
    private readonly Stopped clock = new();

    [Fact]
    public void Says_rows_an_estimate_and_the_pace_at_most_once_a_second()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var progress = new ImportProgress(output, clock, bytes: 1_000_000);

        progress.Tell(2_000, 20_000);
        clock.Seconds = 1.25;
        progress.Tell(12_000, 120_000);
        progress.Tell(14_000, 140_000);
        clock.Seconds = 10;
        progress.Tell(100_000, 1_000_000);

        Assert.Equal("12.000 van ± 100.000 rijen, 9.600 per seconde\n100.000 van 100.000 rijen, 10.000 per seconde\n", output.ToString());
    }

    private sealed class Stopped : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
