using Flex.Domain.Trust;

namespace Flex.Web.Data;

/// <summary>One relation of an organisation, or of a person in it, with a family; without a first day it stands ready or is offered.</summary>
public sealed record RelationLine(Guid Id, RelationKind Kind, string Organisation, string? Person, DateOnly? OfferedOn, DateOnly? From, DateOnly? Until, string? Reason, string? EndedBecause)
{
    private const string Query = "select id, kind, organisation, actor_name, offered_on, from_day, until_day, reason, ended_because from involved($1) order by from_day nulls last, id";

    /// <summary>Everybody who stands or stood in a relation with a family, read inside a unit of work that opened the dossier.</summary>
    internal static async Task<IReadOnlyList<RelationLine>> Read(Work work, Guid dossier, CancellationToken stop)
    {
        work.Add(Query, dossier);
        await using var row = await work.Read(stop);
        var lines = new List<RelationLine>();
        while (await row.ReadAsync(stop))
        {
            lines.Add(new(row.GetGuid(0), RelationCodes.Parse(row.GetString(1)), row.GetString(2), Text(3), Day(4), Day(5), Day(6), Text(7), Text(8)));
        }

        return lines;

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        DateOnly? Day(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
    }

    /// <summary>Whether it has not ended on a day.</summary>
    public bool IsOpen(DateOnly day) => Until is not { } last || last >= day;
}
