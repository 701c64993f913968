using System.Text;
using Flex.Web.Features.Imports;

namespace Flex.Web.Commands;

/// <summary>The rows of the reconstruction that say which families have hours from when to when, by number of the application and by column.</summary>
internal sealed record DemoRows(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Hours, IReadOnlyList<IReadOnlyDictionary<string, string>> Care)
{
    public const string HoursFile = "hours.csv";
    private const string CareFile = "care.csv";
    private const string Number = "aanmeldnummer";

    /// <summary>What lies in this folder; no families where no file says so.</summary>
    public static DemoRows Read(string folder) => File.Exists(Path.Combine(folder, HoursFile))
        ? new(Rows(Path.Combine(folder, HoursFile)).ToDictionary(r => r[Number], StringComparer.Ordinal), [.. Rows(Path.Combine(folder, CareFile))])
        : new(new Dictionary<string, IReadOnlyDictionary<string, string>>(), []);

    /// <summary>The care of one family, in the order of the file.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> CareOf(string number) => [.. Care.Where(c => c[Number] == number)];

    /// <summary>The file of care without the families whose care has times: an hour is registered in one of the two ways.</summary>
    public string WithoutThem(string care, string folder)
    {
        var left = Path.Combine(folder, CareFile);
        File.WriteAllLines(left, File.ReadLines(care).Where(line => line.Split(',') is not [_, var number, ..] || !Hours.ContainsKey(number)), new UTF8Encoding(false));
        return left;
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string path)
    {
        using var text = new StreamReader(path, Encoding.UTF8);
        var csv = new CsvReader(text);
        var names = csv.Read()!.Fields;
        while (csv.Read() is { } record)
        {
            yield return names.Zip(record.Fields).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
        }
    }
}
