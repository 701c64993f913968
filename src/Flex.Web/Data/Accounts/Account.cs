using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Accounts;

/// <summary>A real person who may sign in: for one organisation, in one role.</summary>
/// <param name="Password">Hashed; null when there is none.</param>
/// <param name="Factor">The secret of the app, sealed; see <see cref="Secrets"/>.</param>
/// <param name="FactorStep">The last half minute whose code was used.</param>
/// <param name="Stamp">Another one ends every session and forgets every device.</param>
internal sealed record Account(Guid Id, string Organisation, string Role, string Name, string Mail, string? Password, byte[]? Factor, long FactorStep, Guid Stamp)
{
    private const string Prefix = "account:";
    private const string Columns = "select id, organisation, role, name, coalesce(mail, ''), password, factor, factor_step, stamp, provider from account where active and";

    /// <summary>The code of the identity provider through which this person signs in; null for who has a password or a passkey here.</summary>
    public string? Provider { get; init; }

    /// <summary>How the journal names this person.</summary>
    public Actor Actor => new(Prefix + Id, Name, Role, Organisation);

    /// <summary>The account behind an actor; null for a persona of a demonstration and for the system.</summary>
    public static Guid? IdOf(Actor actor) => actor.Id.StartsWith(Prefix, StringComparison.Ordinal) ? Guid.Parse(actor.Id.AsSpan(Prefix.Length)) : null;

    /// <summary>How an address is compared: nobody remembers which capitals were typed.</summary>
    public static string MailKey(string mail) => mail.Trim().ToLowerInvariant();

    public static Task<Account?> ByMail(Work work, string mail, CancellationToken stop) => One(work.Add($"{Columns} mail = $1", mail), stop);

    public static Task<Account?> ById(Work work, Guid id, CancellationToken stop) => One(work.Add($"{Columns} id = $1", id), stop);

    private static async Task<Account?> One(Work work, CancellationToken stop)
    {
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? Of(row) : null;
    }

    private static Account Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6), row.GetInt64(7), row.GetGuid(8)) { Provider = row.IsDBNull(9) ? null : row.GetString(9) };
}
