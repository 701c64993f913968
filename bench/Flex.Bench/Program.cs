using Flex.Bench;
using Flex.Bench.Running;

// ./flex bench [NAME…] [--quick] [--long] [--rows=N]: measures what is promised about speed and size (docs/benchmarks.md).
(string Name, Func<Settings, Task<IReadOnlyList<Row>>> Run)[] all =
[
    ("rules", Rules.Run),
    ("payer", Payers.Run),
    ("import", Import.Run),
    ("import-large", Import.RunLarge),
    ("factsheet", Factsheets.Run),
    ("dry-run", DryRuns.Run),
    ("journal", Journals.Run),
    ("pages", Pages.Run),
    ("lists", Lists.Run),
    ("acts", Acts.Run),
    ("places", PlacesProof.Run),
    ("log", Logs.Run),
    ("number", Numbers.Run),
    ("guards", Guards.Run),
];

int? rowCount = args.Where(a => a.StartsWith("--rows=", StringComparison.Ordinal)).Select(a => (int?)int.Parse(a["--rows=".Length..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
var options = args.Where(a => a.StartsWith("--", StringComparison.Ordinal)).ToList();
var names = args.Except(options).ToList();
var unknown = names.Except(all.Select(b => b.Name)).Concat(options.Where(o => o is not ("--quick" or "--long") && !o.StartsWith("--rows=", StringComparison.Ordinal))).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"flex bench: unknown: {string.Join(", ", unknown)}. Choose from {string.Join(", ", all.Select(b => b.Name))}, --quick (small sizes), --long (a million rows), --rows=N.");
    return 2;
}

var settings = new Settings(options.Contains("--quick"), options.Contains("--long"), rowCount);
var rows = new List<Row>();
foreach (var bench in all.Where(b => names.Count == 0 || names.Contains(b.Name)))
{
    Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {bench.Name} …");
    rows.AddRange(await bench.Run(settings));
}

Console.WriteLine(Table.Head(settings));
Console.WriteLine(Table.Of(rows));
return 0;
