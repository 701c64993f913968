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
}
