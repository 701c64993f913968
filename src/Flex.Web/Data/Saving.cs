using Npgsql;

namespace Flex.Web.Data;

/// <summary>What became of saving an act: kept, refused because of what must always hold, or not known because the database went away.</summary>
internal readonly record struct Saved(Refusal? Refusal, bool Unsure)
{
    public bool Ok => Refusal is null && !Unsure;
}

/// <summary>Saves an act and says what became of it; after a refusal the unit of work is over and the dossier is read anew.</summary>
internal static class Saving
{
    public static async Task<Saved> TrySave(this DossierInHand hand)
    {
        try
        {
            await hand.Work.Save();
            return default;
        }
        catch (PostgresException error) when (Refusals.Of(error) is { } refusal)
        {
            await hand.DisposeAsync();
            return new(refusal, Unsure: false);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return new(null, Unsure: true);
        }
    }
}
