using Flex.Domain.Shared;

namespace Flex.Web.Features.Imports;

/// <summary>The columns of one kind of file: those that must stand in the header and those that may.</summary>
internal sealed record ImportColumns(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public IEnumerable<string> All => Required.Concat(Optional);
}

/// <summary>The header of a file, held against the columns of its kind: where each column stands.</summary>
internal sealed class ImportHeader
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> problems = [];

    public ImportHeader(IReadOnlyList<string> names, ImportColumns columns)
    {
        Names = [.. names.Select(n => n.Trim())];
        var known = new HashSet<string>(columns.All, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Names.Count; i++)
        {
            if (!known.Contains(Names[i]))
            {
                problems.Add($"Kolom {i + 1} heet \"{Short(Names[i])}\"; die kolom kennen we niet. Verbeter de naam of haal de kolom weg.");
            }
            else if (!places.TryAdd(Names[i], i))
            {
                problems.Add($"De kolom \"{Names[i]}\" staat er twee keer. Houd er een over.");
            }
        }

        var missing = columns.Required.Where(c => !places.ContainsKey(c)).Select(c => $"\"{c}\"").ToList();
        if (missing.Count > 0)
        {
            problems.Add($"In de kop ontbreekt {Dutch.And(missing)}. Voeg toe wat ontbreekt; een kolom mag leeg zijn.");
        }

        Columns = columns;
    }

    public IReadOnlyList<string> Names { get; }

    public ImportColumns Columns { get; }

    /// <summary>What is wrong with the header, in Dutch; empty when rows can be read.</summary>
    public IReadOnlyList<string> Problems => problems;

    public int? Place(string column) => places.TryGetValue(column, out var place) ? place : null;

    private static string Short(string name) => Bsn.In(name) ? RejectsFile.LeftOut : name.Length > 60 ? name[..60] + "…" : name;
}
