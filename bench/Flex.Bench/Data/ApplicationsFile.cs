using System.Globalization;
using System.Text;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Web.Features.Imports;

namespace Flex.Bench.Data;

/// <summary>A file of valid, different, invented applications with a fixed seed: the same every time, on every machine.</summary>
/// <remarks>Numbers of persons come only from the series that is never issued (9999…), so about 9,000 rows have one and the others leave it empty.</remarks>
internal sealed class ApplicationsFile(Programme programme, National national)
{
    private const int Postcodes = 9_000 * 676;
    private static readonly string[] Syllables = ["ba", "de", "fi", "go", "hu", "ja", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "ze", "bri", "dro", "kla", "sne", "tro", "vlo", "zwa"];
    private readonly Random chance = new(20231);
    private readonly Dictionary<string, string> row = new(StringComparer.Ordinal);
    private readonly Queue<string> numbers = new(Enumerable.Range(0, 100_000).Select(n => FormattableString.Invariant($"9999{n:00000}")).Where(n => Bsn.TryParse(n) is not null));

    /// <summary>Writes the file and answers its path.</summary>
    public string Write(string folder, int rows)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"applications-{rows}.csv"));
        var columns = ApplicationRow.Columns(programme, national).Required;
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.WriteLine(string.Join(',', columns));
        for (var i = 0; i < rows; i++)
        {
            Fill(i);
            file.WriteLine(string.Join(',', columns.Select(c => row.GetValueOrDefault(c, ""))));
        }

        return path;
    }

    private void Fill(int i)
    {
        row.Clear();
        var received = programme.Periods!.Applications.First.AddDays(chance.Next(780));
        row["nummer"] = FormattableString.Invariant($"BANK-{i:0000000}");
        row["ontvangen_op"] = Day(received);
        row["aanmelder"] = One("verloskundige", "jgz", "gezamenlijk", "maatschappelijk-werk", "overig");
        row["naam_moeder"] = Name() + " Test-" + Name();
        row["geboortedatum_moeder"] = Day(new DateOnly(1979, 1, 1).AddDays(chance.Next(9_500)));
        row["bsn"] = numbers.TryDequeue(out var bsn) ? bsn : "";
        row["postcode"] = Postcode(i);
        row["gemeente"] = chance.Next(10) == 0 ? One([.. national.Municipalities.Select(m => m.Code)]) : One([.. programme.Municipalities.Select(m => m.Code)]);
        row["verzekeraar"] = chance.Next(12) == 0 ? "" : One([.. national.Insurers.Select(x => x.Label)]);
        row["aanbieder"] = chance.Next(12) == 0 ? "" : One([.. programme.Providers.Select(p => p.Code)]);
        row["uitgerekend"] = Day(received.AddDays(chance.Next(20, 200)));
        row["eerste_zwangerschap"] = One("ja", "nee", "onbekend");
        row["hulpverleners"] = One("0", "1", "2", "3", "4+", "onbekend");
        row["opmerking"] = chance.Next(3) == 0 ? $"\"verzonnen aanmelding, {Name()} {Name()} {Name()}\"" : "";
        Factors(received);
        Decisions(received);
    }

    private void Factors(DateOnly received)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var factor in national.Factors.Factors.Where(f => f.Kind != FactorKind.Protective && f.Parent is null))
        {
            var state = factor.Kind == FactorKind.Urgent && chance.Next(20) != 0 ? "afwezig" : One("afwezig", "afwezig", "afwezig", "aanwezig", "aanwezig", "niet-wegend", "onbekend");
            row[factor.Code] = state;
            _ = state == "aanwezig" && present.Add(factor.Code);
        }

        row["subfactoren"] = string.Join('|', national.Factors.Factors.Where(f => f.Parent is { } parent && present.Contains(parent) && chance.Next(3) == 0).Select(f => f.Code));
        row["beschermend"] = One("toereikend", "ontoereikend", "ontoereikend", "onbekend");
        row["beoordeeld_door"] = "verloskundige (verzonnen)";
        row["beoordeeld_op"] = Day(received);
    }

    // Two of three are decided; the reason lets every outcome stand, whatever the rule proposes.
    private void Decisions(DateOnly received)
    {
        int[] pillars = [.. programme.Pillars.Select(p => p.Number).Where(_ => chance.Next(3) > 0)];
        pillars = pillars.Length == 0 ? [programme.Pillars[0].Number] : pillars;
        row["pijlers"] = string.Join('+', pillars);
        if (chance.Next(3) == 0)
        {
            return;
        }

        foreach (var pillar in pillars)
        {
            row[FormattableString.Invariant($"besluit_{pillar}")] = One("toegelaten", "toegelaten", "toegelaten", "afgewezen", "wachtlijst");
            row[FormattableString.Invariant($"besluit_{pillar}_op")] = Day(received.AddDays(chance.Next(10)));
        }

        row["besloten_door"] = "intaker (verzonnen)";
        row["reden_besluit"] = "verzonnen reden";
    }

    // Every row another one, scattered: a shared postcode and due date would make a likely duplicate.
    private static string Postcode(int i)
    {
        var n = (int)((i * 4_999_999L) % Postcodes);
        return string.Create(CultureInfo.InvariantCulture, $"{1000 + (n / 676)}{(char)('A' + (n % 676 / 26))}{(char)('A' + (n % 26))}");
    }

    private string Name()
    {
        var name = string.Concat(Enumerable.Range(0, 5).Select(_ => Syllables[chance.Next(Syllables.Length)]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private string One(params string[] options) => options[chance.Next(options.Length)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
