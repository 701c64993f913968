using System.Globalization;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Identity;

namespace Flex.Web.Data.Accounts;

/// <summary>What the passkeys of ASP.NET Core Identity ask of accounts. It reads only: what changes is written in the journaled transaction that changes it.</summary>
internal sealed class AccountStore(FlexDb db) : IUserPasskeyStore<Account>
{
    private const string Purpose = "passkey";

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Mail);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Mail);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var work = await Begin(cancellationToken);
        return Guid.TryParse(userId, CultureInfo.InvariantCulture, out var id) ? await Account.ById(work, id, cancellationToken) : null;
    }

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var work = await Begin(cancellationToken);
        return await Account.ByMail(work, Account.MailKey(normalizedUserName), cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        await using var work = await Begin(cancellationToken);
        return [.. (await StoredPasskey.Of(work, user.Id, cancellationToken)).Select(k => k.Key)];
    }

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        (Guid Account, UserPasskeyInfo Key)? found;
        await using (var work = await Begin(cancellationToken))
        {
            found = await StoredPasskey.ById(work, credentialId, cancellationToken);
        }

        return found is { } key ? await FindByIdAsync(key.Account.ToString(), cancellationToken) : null;
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var work = await Begin(cancellationToken);
        return await StoredPasskey.ById(work, credentialId, cancellationToken) is { } found && found.Account == user.Id ? found.Key : null;
    }

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
        // Holds nothing: each question is a unit of work of its own.
    }

    private Task<Work> Begin(CancellationToken stop) => db.Begin(Actor.System(Purpose), Purpose, stop);
}
