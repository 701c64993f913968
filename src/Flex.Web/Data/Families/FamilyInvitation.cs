using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Families;

/// <summary>One person of one family may come in, once. Of link and code only keyed hashes are kept.</summary>
/// <param name="Who">A code of <see cref="Domain.Families.FamilyPerson"/>.</param>
/// <param name="Form">The one list, when it is done together with a professional.</param>
internal sealed record FamilyInvitation(Guid Id, string Who, string Way, string? Form = null)
{
    /// <summary>The link is given by hand or on paper.</summary>
    public const string ByHand = "hand";

    /// <summary>The link goes by mail.</summary>
    public const string ByMail = "mail";

    /// <summary>No link: on the device of a professional.</summary>
    public const string Together = "samen";

    private const string Insert = """
        insert into family_invitation (id, dossier_id, who, way, form, token, code, made_by, made_at, expires_at, used_at, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $4 = 'samen' then $9 end, $11)
        """;

    /// <summary>Adds it to an act; <paramref name="key"/> holds what is shown once. Answers until when it counts.</summary>
    public DateTimeOffset Add(Work work, Guid dossier, FamilyKey? key, TimeSpan counts)
    {
        var now = work.Clock.Now;
        work.Add(Insert, Id, dossier, Who, Way, Work.Optional(Form, NpgsqlDbType.Text), Work.Optional(key?.TokenHash(work.Keys), NpgsqlDbType.Bytea),
            Work.Optional(key?.CodeHash(work.Keys, Id), NpgsqlDbType.Bytea), work.Actor.Name, now, now + counts, work.EntryId);
        return now + counts;
    }

    /// <summary>Shuts it, and with it the visit that began with it.</summary>
    public static void End(Work work, Guid id, string because) => work.Add(
        "update family_invitation set ended_at = $2, ended_because = $3, entry_id = $4 where id = $1 and ended_at is null", id, work.Clock.Now, because, work.EntryId);

    /// <summary>How the journal and the database name who comes in with it.</summary>
    public static Actor ActorOf(Guid id, string name) => new("gezin:" + id, name, Access.Roles.Gezin, Access.Roles.Gezin);
}
