using System.Globalization;

namespace Flex.Web.Tests.Support;

/// <summary>The seed of this run: FLEX_SEED repeats one, and whoever uses it prints it when he fails.</summary>
internal static class Seed
{
    public static int OfRun { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FLEX_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xFFFFFF;

    /// <summary>FLEX_LONG=1 asks for the long version of a generated test.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("FLEX_LONG") == "1";
}
