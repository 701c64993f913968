namespace Flex.Bench.Running;

/// <summary>How large a run is.</summary>
/// <param name="Quick">Small sizes and few rounds: says whether everything works, not how fast it is.</param>
/// <param name="Long">Also a million rows.</param>
internal sealed record Settings(bool Quick, bool Long)
{
    public int Rounds => Quick ? 3 : 7;

    public int Applications => Quick ? 4_000 : 100_000;

    public int ManyApplications => Quick ? 8_000 : Long ? 1_000_000 : 300_000;

    /// <summary>Rounds of what takes minutes.</summary>
    public int LongRounds => Quick ? 2 : Long ? 2 : 3;

    public static void Say(string line) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss}   {line}");
}
