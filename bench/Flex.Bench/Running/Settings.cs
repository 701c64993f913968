namespace Flex.Bench.Running;

/// <summary>How large a run is.</summary>
/// <param name="Quick">Small sizes and few rounds: says whether everything works, not how fast it is.</param>
/// <param name="Long">A million rows for what is measured on many.</param>
/// <param name="Rows">Another number of applications than the 100,000 of the promise, for a machine that is slow or busy.</param>
internal sealed record Settings(bool Quick, bool Long, int? Rows)
{
    public int Rounds => Quick ? 3 : 7;

    public int Applications => Rows ?? (Quick ? 4_000 : 100_000);

    public int ManyApplications => Long ? 10 * Applications : Quick ? 2 * Applications : 3 * Applications;

    /// <summary>Rounds of what takes minutes.</summary>
    public int LongRounds => Quick ? 2 : Long ? 2 : 3;

    public static void Say(string line) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss}   {line}");
}
