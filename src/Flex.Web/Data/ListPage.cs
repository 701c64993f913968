using Npgsql;

namespace Flex.Web.Data;

/// <summary>One page of a list, filled when its <see cref="DossierList"/> is read.</summary>
/// <param name="line">Reads a row.</param>
/// <param name="family">Whose dossier a line shows: that goes in the read log.</param>
internal sealed class ListPage<T>(Func<NpgsqlDataReader, T> line, Func<T, Guid> family)
{
    /// <summary>As many lines are shown; a query asks one more, which only says that there are further ones.</summary>
    public const int Size = 50;

    private readonly List<T> lines = [];

    public IReadOnlyList<T> Lines => lines;

    /// <summary>Says that there are further lines.</summary>
    public bool More { get; private set; }

    /// <summary>Takes a row and answers the family that it shows, if it is shown.</summary>
    public Guid? Take(NpgsqlDataReader row)
    {
        if (lines.Count == Size)
        {
            More = true;
            return null;
        }

        lines.Add(line(row));
        return family(lines[^1]);
    }
}
