using Flex.Web.Data.Funding;
using Flex.Web.Data.Programmes;
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
    public static Task<Saved> TrySave(this DossierInHand hand) => Try(hand, async () =>
    {
        await hand.Work.Save();
        return null;
    });

    /// <summary>Saves an act that changed something on which it depends who pays: decides that anew and refreshes the open work first.</summary>
    /// <param name="holds">Looks once more at the facts while nobody else can change them; when it says no nothing is saved.</param>
    public static Task<Saved> TrySaveDecided(this DossierInHand hand, ProgrammeLibrary library, Func<FamilyFunding, bool>? holds = null) => Try(hand, async () =>
    {
        var head = hand.Record.Head;
        var facts = await Payers.Decide(hand.Work, library, head.Programme, head.Id);
        if (holds?.Invoke(facts) == false)
        {
            await hand.DisposeAsync();
            return Refusal.AlreadyRegistered;
        }

        OpenWork.Refresh(hand.Work, library.Programmes[head.Programme], head.Id);
        await hand.Work.Save();
        return null;
    });

    private static async Task<Saved> Try(DossierInHand hand, Func<Task<Refusal?>> save)
    {
        try
        {
            return new(await save(), Unsure: false);
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
