using Flex.Web.Data.Programmes;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>An application that waits because it resembles a dossier; nothing in it says who it is about.</summary>
public sealed record WaitingDuplicate(Guid Id, string Sender, string Why, DateOnly Since);

/// <summary>The places of a pillar, with the quarter-hours that returned to the budget and how many families wait; counted up to <see cref="WorkCount.Most"/>.</summary>
public sealed record PillarPlaces(string Programme, int Pillar, string Label, int Taken, int Capacity, int Waiting, int ReturnedQuarters);

/// <summary>What stands beside the list of decisions, asked in the same round trip: likely duplicates and places.</summary>
internal sealed class WorkBeside(ProgrammeLibrary library)
{
    private const string WaitingDuplicates = "select id, sender, why, waiting_since from likely_duplicate where settled_as is null order by waiting_since, id limit 50";

    private const string PlacesTaken = """
        select p.programme, p.pillar, p.taken, p.capacity,
               waiting_families(p.programme, p.pillar, 251),
               p.erased_quarters + (select coalesce(sum(h.returned_quarters), 0)::int from held_place h where h.programme = p.programme and h.pillar = p.pillar and h.returned_quarters > 0),
               (select count(*)::int from (select from outgoing_mail m where m.state = 'mislukt'
                and exists (select from dossier_end e where e.dossier_id = m.dossier_id and e.reopened_on is null) limit 251) y)
        from place p order by p.programme, p.pillar
        """;

    /// <summary>Messages about ended dossiers that could not be sent: no work of the dossier, which ended. Asked once, in the statement of the places; counted up to <see cref="WorkCount.Most"/>.</summary>
    public int FailedMessages { get; private set; }

    public List<WaitingDuplicate> Duplicates { get; } = [];

    public List<PillarPlaces> Places { get; } = [];

    public DossierList Ask(DossierList list) => list
        .With(WaitingDuplicates, [], row => Duplicates.Add(new(row.GetGuid(0), SenderName(row.GetString(1)), row.GetString(2), row.GetFieldValue<DateOnly>(3))))
        .With(PlacesTaken, [], Place);

    private void Place(NpgsqlDataReader row)
    {
        FailedMessages = row.GetInt32(6);
        if (library.Programmes.GetValueOrDefault(row.GetString(0)) is { AcceptsApplications: true } programme && programme.Pillars.FirstOrDefault(p => p.Number == row.GetInt32(1)) is { } pillar)
        {
            var label = $"Pijler {pillar.Number}: {pillar.Name}";
            Places.Add(new(programme.Code, pillar.Number, library.Programmes.Values.Count(p => p.AcceptsApplications) == 1 ? label : $"{programme.Name}. {label}", row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)));
        }
    }

    private string SenderName(string code) => library.Programmes.Values.SelectMany(p => p.Partners).FirstOrDefault(p => p.Code == code)?.Name ?? code;
}
