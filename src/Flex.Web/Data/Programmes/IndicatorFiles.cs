using System.Text.RegularExpressions;

namespace Flex.Web.Data.Programmes;

/// <summary>One figure as a query with its definition.</summary>
/// <param name="Amount">In what its amounts are counted, when the query sums something beside families: quarters of an hour or cents; else null.</param>
/// <param name="Parameters">The named text parameters that a figure must fill in, beside those that every query gets.</param>
internal sealed record Indicator(string Name, string Title, string Definition, string Unit, string Owner, string Sql, IReadOnlyList<string> Parameters, AmountUnit? Amount = null);

/// <summary>Reads the indicator files: header lines "-- name: value" (a following "--   more" continues the value), then one query.</summary>
internal static partial class IndicatorFiles
{
    private static readonly string[] Given = ["programme", "as_of", "evaluation_from", "evaluation_to", "care_from", "care_to"];

    public static IReadOnlyDictionary<string, Indicator> Read(ProgrammeFolder folder) => folder
        .Files("indicators", "*.sql")
        .Select(file => One(folder, file))
        .ToDictionary(indicator => indicator.Name, StringComparer.Ordinal);

    private static Indicator One(ProgrammeFolder folder, string file)
    {
        var sql = File.ReadAllText(Path.Combine(folder.Root, file));
        var header = Header(sql);
        string Field(string name)
        {
            if (header.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value;
            }

            folder.Findings.Add(file, 1, 1, $"De kop van dit cijfer mist \"{name}\".", $"Voeg boven de query een regel toe: -- {name}: …");
            return "";
        }

        var query = string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
        string[] parameters = [.. Parameter().Matches(query).Select(m => m.Groups["name"].Value).Except(Given, StringComparer.Ordinal)];
        return new Indicator(Path.GetFileNameWithoutExtension(file), Field("title"), Field("definition"), Field("unit"), Field("owner"), sql, parameters, AmountOf(folder, file, header));
    }

    private static AmountUnit? AmountOf(ProgrammeFolder folder, string file, Dictionary<string, string> header)
    {
        var unit = header.GetValueOrDefault("amount");
        if (unit is not (null or "uren" or "euro"))
        {
            folder.Findings.Add(file, 1, 1, $"De som van dit cijfer is in \"{unit}\", en dat kennen we niet.", "Schrijf -- amount: uren (de query geeft kwartieren) of -- amount: euro (de query geeft centen).");
        }

        return unit switch { "uren" => AmountUnit.Hours, "euro" => AmountUnit.Euros, _ => null };
    }

    private static Dictionary<string, string> Header(string sql)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = "";
        foreach (var line in sql.Split('\n').TakeWhile(l => l.StartsWith("--", StringComparison.Ordinal)))
        {
            if (HeaderLine().Match(line) is { Success: true } field)
            {
                header[last = field.Groups["name"].Value] = field.Groups["value"].Value.Trim();
            }
            else if (last.Length > 0)
            {
                header[last] += " " + line[2..].Trim();
            }
        }

        return header;
    }

    [GeneratedRegex("^-- (?<name>[a-z]+): (?<value>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeaderLine();

    [GeneratedRegex("@(?<name>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
