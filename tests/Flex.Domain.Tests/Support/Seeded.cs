using System.Globalization;
using FsCheck;

namespace Flex.Domain.Tests.Support;

/// <summary>How properties are tried: with the seed that the run printed, so that ./flex test --seed N tries the same cases; more of them with --long.</summary>
internal static class Seeded
{
    private const int Usual = 100;
    private const int Long = 2000;

    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("FLEX_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20211101;

    public static Config Quick => Config.QuickThrowOnFailure
        .WithReplay(Seed, 1)
        .WithMaxTest(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("FLEX_LONG")) ? Usual : Long);
}
