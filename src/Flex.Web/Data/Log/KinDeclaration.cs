using Flex.Domain.Trust;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Log;

/// <summary>What who works here said of knowing a family outside work: read by who said it and by who oversees, and by no colleague.</summary>
internal static class KinDeclaration
{
    /// <summary>Says it; the line in the journal names no more than that it was said.</summary>
    public static void Say(DossierInHand hand, Guid act, string kind)
    {
        var work = hand.Work;
        work.Journal(Act.KinDeclared, hand.Key, new KinBody(kind), work.Clock.Today);
        work.Add("insert into kin_declaration (id, dossier_id, actor, actor_name, organisation, kind, said_at, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            work.Clock.NewId(), hand.Record.Head.Id, work.Actor.Id, work.Actor.Name, work.Actor.Organisation, kind, work.Clock.Now, act, work.EntryId);
    }

    /// <summary>What this person said last of this family; null when nothing was said, or that it was a mistake.</summary>
    public static async Task<string?> Own(DossierInHand hand, CancellationToken stop)
    {
        hand.Work.Add("select kind from kin_declaration where dossier_id = $1 and actor = $2 order by id desc limit 1", hand.Record.Head.Id, hand.Work.Actor.Id);
        await using var row = await hand.Work.Read(stop);
        return await row.ReadAsync(stop) && row.GetString(0) is var kind && kind != Kinship.None ? kind : null;
    }
}

/// <summary>The sealed body of <see cref="Act.KinDeclared"/>.</summary>
internal sealed record KinBody(string Kind);
