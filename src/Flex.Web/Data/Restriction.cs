using Flex.Domain.Rights;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data;

/// <summary>That a family's data are kept and not used otherwise, from a day until somebody lifted it.</summary>
public sealed record RestrictionLine(Guid Id, DateOnly SetOn, string SetBy, string AskedBy, string Ground, string? Because, DateOnly? LiftedOn)
{
    internal const string Query = "(select coalesce(json_agg(json_build_object('id', id, 'set_on', set_on, 'set_by', set_by, 'asked_by', asked_by, 'ground', ground, 'because', because, 'lifted_on', lifted_on) order by set_on, id), '[]') from restriction where dossier_id = $1)";
}

/// <summary>Sets and lifts a restriction, each with its line in the journal.</summary>
internal static class Restriction
{
    /// <summary>In a list of families, alias d: who is restricted is not in it.</summary>
    public const string Listed = "not is_restricted(d.id)";

    public static void Set(DossierInHand hand, AskedRestriction asked, Guid act)
    {
        var work = hand.Work;
        work.Journal(Act.RestrictionSet, hand.Key, asked, work.Clock.Today);
        work.Add("insert into restriction (id, dossier_id, set_on, set_by, asked_by, ground, because, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            work.Clock.NewId(), hand.Record.Head.Id, work.Clock.Today, work.Actor.Name, asked.By, asked.Ground, Work.Optional(asked.Because, NpgsqlDbType.Text), act, work.EntryId);
    }

    public static void Lift(DossierInHand hand, Guid id, string because)
    {
        var work = hand.Work;
        work.Journal(Act.RestrictionLifted, hand.Key, new LiftedBody(because), work.Clock.Today);
        work.Add("update restriction set lifted_on = $2, lifted_by = $3, lifted_because = $4, entry_id = $5 where id = $1 and lifted_on is null", id, work.Clock.Today, work.Actor.Name, because, work.EntryId);
    }
}

/// <summary>The sealed body of <see cref="Act.RestrictionLifted"/>.</summary>
internal sealed record LiftedBody(string Because);
