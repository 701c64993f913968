using System.Security.Cryptography;
using Flex.Domain.Families;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Families;

/// <summary>What became of a code at a link: in, wrong with so many tries left, or over. Over says no more: used, ended, too late and never given are one.</summary>
internal sealed record FamilyEntry(Actor? Person, string? Key, int Left)
{
    private const string Purpose = "gezin binnenlaten";
    private const string Find = "select id, dossier_id, code, who from family_invitation where token = $1";
    private const string Open = "used_at is null and ended_at is null and expires_at > $2 and tries < 5";
    private static readonly Actor Keeper = Actor.System("gezin");

    /// <summary>Nothing is told of it.</summary>
    private static readonly FamilyEntry Over = new(null, null, 0);

    /// <summary>Whether a link can still be used. Looking uses nothing up: a mail box may open a link before its owner does.</summary>
    public static async Task<bool> IsOpen(FlexDb db, string token, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, Purpose, stop);
        work.Add($"select true from family_invitation where token = $1 and {Open}", FamilyKey.HashOf(work.Keys, token), work.Clock.Now);
        return await Invitation.Is(work, stop);
    }

    /// <summary>Tries a code. Each try is in the journal of the family, and counted in the same transaction as it is answered.</summary>
    public static async Task<FamilyEntry> Try(FlexDb db, string token, string typed, CancellationToken stop)
    {
        if (await Look(db, token, stop) is not var (id, dossier, code, who))
        {
            return Over;
        }

        var person = FamilyInvitation.ActorOf(id, FamilyPerson.Find(who)!.Words);
        var right = CryptographicOperations.FixedTimeEquals(code, FamilyKey.HashOf(db.Keys, id, typed));
        return right && await Enter(db, person, dossier, id, stop) is { } key ? new(person, key, 0) : await Refuse(db, person, dossier, (id, right), stop);
    }

    // Of two with the right code at the same moment one comes in.
    private static async Task<string?> Enter(FlexDb db, Actor person, Guid dossier, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(person, Purpose, stop);
        work.Journal(Act.FamilyEntered, dossier: dossier, objects: [id]);
        work.As(Keeper).Add($"update family_invitation set used_at = $2, entry_id = $3 where id = $1 and {Open} returning true", id, work.Clock.Now, work.EntryId);
        if (!await Invitation.Is(work, stop))
        {
            return null;
        }

        var key = FamilySession.Begin(work, id);
        await work.Save();
        return key;
    }

    private static async Task<FamilyEntry> Refuse(FlexDb db, Actor person, Guid dossier, (Guid Id, bool Right) of, CancellationToken stop)
    {
        await using var work = await db.Begin(person, Purpose, stop);
        work.Journal(Act.FamilyRefused, dossier: dossier, objects: [of.Id]);
        work.As(Keeper).Add($"update family_invitation set tries = tries + $3, entry_id = $4 where id = $1 and {Open} returning {HandedCode.MostTries} - tries", of.Id, work.Clock.Now, of.Right ? 0 : 1, work.EntryId);
        var left = 0;
        await using (var row = await work.Read(stop))
        {
            do
            {
                left = await row.ReadAsync(stop) && row.GetValue(0) is int tries ? tries : 0;
            }
            while (await row.NextResultAsync(stop));
        }

        await work.Save();
        return Over with { Left = left };
    }

    private static async Task<(Guid Id, Guid Dossier, byte[] Code, string Who)?> Look(FlexDb db, string token, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, Purpose, stop);
        work.Add(Find, FamilyKey.HashOf(work.Keys, token));
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? (row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<byte[]>(2), row.GetString(3)) : null;
    }
}
