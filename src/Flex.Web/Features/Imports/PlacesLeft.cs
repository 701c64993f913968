using Flex.Web.Data;

namespace Flex.Web.Features.Imports;

/// <summary>How many places each pillar has left as of the row that is being read.</summary>
internal sealed class PlacesLeft
{
    private readonly Dictionary<int, int> left = [];

    public static async Task<PlacesLeft> Load(ImportTarget target, CancellationToken stop)
    {
        await using var work = await target.Begin(stop);
        await work.Send(stop);
        return await Load(work, target.Programme.Code, stop);
    }

    /// <summary>Reads them inside a unit of work that has sent what it began with.</summary>
    public static async Task<PlacesLeft> Load(Work work, string programme, CancellationToken stop)
    {
        work.Add("select pillar, capacity - taken from place where programme = $1", programme);
        await using var reader = await work.Read(stop);
        var places = new PlacesLeft();
        while (await reader.ReadAsync(stop))
        {
            places.left.Add(reader.GetInt32(0), reader.GetInt32(1));
        }

        return places;
    }

    public int In(int pillar) => left.GetValueOrDefault(pillar);

    public void Take(int pillar) => left[pillar]--;

    /// <summary>What is left now, to hold against the database once this batch took its places.</summary>
    public PlacesLeft Copy()
    {
        var copy = new PlacesLeft();
        left.ToList().ForEach(l => copy.left.Add(l.Key, l.Value));
        return copy;
    }

    /// <summary>Whether both say the same of every pillar.</summary>
    public bool Agrees(PlacesLeft other) => left.Count == other.left.Count && left.All(l => other.left.TryGetValue(l.Key, out var there) && there == l.Value);
}

/// <summary>Somebody took or gave back a place since a batch was judged: what would be kept as places left is not so.</summary>
internal sealed class PlacesChangedException : Exception;
