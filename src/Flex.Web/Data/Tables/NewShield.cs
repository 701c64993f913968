using Flex.Domain.Trust;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>Shields an address: what stood in the open goes sealed to a place of its own, and is nowhere else from then on.</summary>
internal sealed record NewShield(Guid Act, DossierInHand Hand, SaidShield Said)
{
    public void Add()
    {
        var (work, head) = (Hand.Work, Hand.Record.Head);
        work.Journal(Journal.Act.AddressShielded, Hand.Key, new ShieldBody(Said.Kind, Said.Because), work.Clock.Today);
        work.Add("select shield_address($1, $2, $3, $4, $5, $6, $7, $8, $9)", head.Id, Said.Kind, Work.Optional(Said.Because, NpgsqlDbType.Text),
            Work.Optional(Sealed(head), NpgsqlDbType.Bytea), work.Clock.Today, work.Actor.Name, Act, work.EntryId, work.Clock.NewId());
    }

    // Shielded before, and nothing new said: what lies there stays, whoever cannot see it.
    private byte[]? Sealed(DossierHead head)
    {
        var open = head.Shield is null ? new ShieldedAddress(Hand.Record.PostcodeNow, HouseNumber(head), head.Said.Telephone) : new(null, null, null);
        var now = new ShieldedAddress(Said.Typed.Postcode ?? open.Postcode, Said.Typed.HouseNumber ?? (Said.Typed.Postcode is null ? open.HouseNumber : null), Said.Typed.Telephone ?? open.Telephone);
        return Said.Kind == AddressShield.None || (head.Shield is not null && !now.Any) ? null : Hand.Key.Close(now, head.Id);
    }

    // The number belongs to the postcode of the application.
    private string? HouseNumber(DossierHead head) => Hand.Record.PostcodeNow == head.Postcode ? head.Said.HouseNumber : null;

    /// <summary>The address itself, for who comes to the family; the look is in the journal first. Null when the database gives none to who asks.</summary>
    public static async Task<ShieldedAddress?> Show(DossierInHand hand, CancellationToken stop)
    {
        hand.Work.Journal(Journal.Act.AddressRead, dossier: hand.Record.Head.Id, id: hand.Work.Clock.NewId());
        hand.Work.Add("select sealed from shielded_address where dossier_id = $1", hand.Record.Head.Id);
        await using var row = await hand.Work.Read(stop);
        return await row.ReadAsync(stop) ? hand.Key.Open<ShieldedAddress>(row.GetFieldValue<byte[]>(0), hand.Record.Head.Id) : null;
    }
}

/// <summary>The sealed body of <see cref="Act.AddressShielded"/>: how, and why; never the address.</summary>
internal sealed record ShieldBody(string Kind, string? Because);
