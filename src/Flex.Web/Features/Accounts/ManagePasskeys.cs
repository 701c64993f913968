using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Features.Accounts;

/// <summary>The passkeys of the own account: which there are, one more, one less.</summary>
internal static class ManagePasskeys
{
    public const string Path = "/account/passkeys";
    private const string Kind = "maken";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, CancellationToken stop) => Page(http, db, passkeys, failed: false, stop));
        app.MapPost(Path, Add).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost(Path + "/verwijderen", Remove).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Add(HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (OwnerOf(http) is not { } id)
        {
            return Results.NotFound();
        }

        var state = await PasskeyDoor.Take(http, db, Kind, stop);
        var made = state is null ? null : await passkeys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = form["sleutel"].ToString(), AttestationState = state });
        if (made is not { Succeeded: true } || made.UserEntity.Id != id.ToString())
        {
            return await Page(http, db, passkeys, failed: true, stop);
        }

        await using var work = await db.Begin(http.Actor(), "passkeys", stop);
        work.Journal(Act.PasskeyMade, objects: [id]);
        StoredPasskey.Add(work, id, Typed.Text(form["naam_passkey"])?.Trim() is { Length: > 0 and <= 100 } name ? name : "Passkey", made.Passkey);
        await work.Save();
        return new SavedAct(Path, "passkey");
    }

    private static async Task<IResult> Remove(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (OwnerOf(http) is not { } id)
        {
            return Results.NotFound();
        }

        await using var work = await db.Begin(http.Actor(), "passkeys", stop);
        work.Journal(Act.PasskeyRemoved, objects: [id]);
        work.Add("update account_passkey set removed_at = $3, entry_id = $4 where account_id = $1 and credential = $2 and removed_at is null returning true", id, Credential(form["welke"]), work.Clock.Now, work.EntryId);
        if (await Invitation.Is(work, stop))
        {
            await work.Save();
        }

        return new SavedAct(Path, "passkey");
    }

    // Who signs in through the own organisation has no way in beside it.
    private static Guid? OwnerOf(HttpContext http) => SessionDoor.ProviderOf(http.User) is null ? Account.IdOf(http.Actor()) : null;

    private static byte[] Credential(string? posted)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(posted ?? "");
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static async Task<IResult> Page(HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, bool failed, CancellationToken stop)
    {
        var actor = http.Actor();
        if (OwnerOf(http) is not { } id)
        {
            return Results.NotFound();
        }

        var asked = await passkeys.MakeCreationOptionsAsync(new() { Id = id.ToString(), Name = actor.Name, DisplayName = actor.Name }, http);
        PasskeyDoor.Keep(http, Kind, asked.AttestationState, db.Clock.Now);
        await using var work = await db.Begin(actor, "passkeys", stop);
        var keys = await StoredPasskey.Of(work, id, stop);
        return new RazorComponentResult<PasskeysPage>(new
        {
            Keys = keys.Select(k => new Choice(WebEncoders.Base64UrlEncode(k.Key.CredentialId), k.Key.Name ?? "Passkey")).ToList(), Options = asked.CreationOptionsJson, Failed = failed,
        }) { StatusCode = failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
