using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Copies;

/// <summary>Lines of a copy that the family's own page does not show for a time: also when the copy was released before somebody said so.</summary>
internal static class WithheldLines
{
    /// <summary>Their keys; asked in a unit of work that opened the dossier.</summary>
    public static async Task<IReadOnlySet<string>> Of(Work work, Guid dossier, CancellationToken stop)
    {
        work.Add("select copy_lines_withheld($1)", dossier);
        await using var row = await work.Read(stop);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            while (row.FieldCount == 1 && row.GetName(0) == "copy_lines_withheld" && await row.ReadAsync(stop))
            {
                lines.Add(row.GetString(0));
            }
        }
        while (await row.NextResultAsync(stop));
        return lines;
    }
}
