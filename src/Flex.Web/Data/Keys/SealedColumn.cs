using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Keys;

/// <summary>A column that is sealed under a key of the installation, and how its rows are walked through.</summary>
/// <param name="Id">The column that names a row, in whose order the walk goes.</param>
/// <param name="Bound">The column to whose value the seal is bound.</param>
/// <param name="Which">Which rows are sealed so: the others are empty, or under the key of a dossier.</param>
internal sealed record SealedColumn(string Table, string Id, string Column, string Bound, SealUse Use, string Which = "true")
{
    /// <summary>All of them; a test searches every column of bytes for one that is not here.</summary>
    public static IReadOnlyList<SealedColumn> All { get; } =
    [
        new("vault.dossier_key", "dossier_id", "wrapped", "dossier_id", SealUse.DossierKeys),
        new("account", "id", "factor", "id", SealUse.Accounts, "factor is not null"),
        new("account_passkey", "credential", "sealed", "account_id", SealUse.Accounts),
        new("draft", "id", "sealed", "id", SealUse.Drafts, "sealed is not null"),
        new("outgoing_mail", "id", "sealed", "id", SealUse.Messages, "dossier_id is null and length(sealed) > 0"),
        new("address_check", "id", "sealed", "id", SealUse.Messages, "length(sealed) > 0"),
    ];

    /// <summary>Where a walk begins: before every identity.</summary>
    public object Start => IdType == NpgsqlDbType.Uuid ? Guid.Empty : Array.Empty<byte>();

    public NpgsqlDbType IdType => Id == "credential" ? NpgsqlDbType.Bytea : NpgsqlDbType.Uuid;

    public string Next => $"select {Id}, {Column}, {Bound} from {Table} where {Which} and {Id} > $1 order by {Id} limit $2";

    /// <summary>Only what still is as it was read: somebody may have written it anew meanwhile, and then under the new key.</summary>
    public string Change => $"update {Table} t set {Column} = v.made from unnest($1, $2, $3) v(id, was, made) where t.{Id} = v.id and t.{Column} = v.was";
}
