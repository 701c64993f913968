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

/// <summary>The passkeys of the own account: which there are, one more, one less; for each a code of the app is asked.</summary>
internal static class ManagePasskeys
{
    public const string Path = "/account/passkeys";
    private const string Kind = "maken";

    /// <summary>What was not right: what the device said, or the code that was typed.</summary>
    private enum Refusal
    {
        Device,
        Code,
        CodeToRemove,
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, CancellationToken stop) => Page(http, db, passkeys, null, stop));
        app.MapPost(Path, Add).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost(Path + "/verwijderen", Remove).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Add(HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (FreshCode.OwnerOf(http) is not { } id)
        {
            return Results.NotFound();
        }

        var state = await PasskeyDoor.Take(http, db, Kind, stop);
        if (await FreshCode.Look(http, db, id, form, stop) is not { } fresh)
        {
            return await Page(http, db, passkeys, Refusal.Code, stop);
        }

        var made = state is null ? null : await passkeys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = form["sleutel"].ToString(), AttestationState = state });
        if (made is not { Succeeded: true } || made.UserEntity.Id != id.ToString())
        {
            return await Page(http, db, passkeys, Refusal.Device, stop);
        }

        await using var work = await db.Begin(http.Actor(), "passkeys", stop);
        work.Journal(Act.PasskeyMade, objects: [id]);
        fresh.UseUp(work);
        if (!await Invitation.Is(work, stop))
        {
            return await Page(http, db, passkeys, Refusal.Code, stop);
        }

        StoredPasskey.Add(work, id, Typed.Text(form["naam_passkey"])?.Trim() is { Length: > 0 and <= 100 } name ? name : "Passkey", made.Passkey);
        OwnerMail.Tell(work, fresh.Account, "Een passkey is gemaakt", "Voor uw account is een passkey gemaakt. Wie dat apparaat heeft, kan ermee inloggen.");
        await work.Save();
        return new SavedAct(Path, "passkey");
    }

    private static async Task<IResult> Remove(HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (FreshCode.OwnerOf(http) is not { } id)
        {
            return Results.NotFound();
        }

        if (await FreshCode.Look(http, db, id, form, stop, FreshCode.Other) is not { } fresh)
        {
            return await Page(http, db, passkeys, Refusal.CodeToRemove, stop);
        }

        await using var work = await db.Begin(http.Actor(), "passkeys", stop);
        work.Journal(Act.PasskeyRemoved, objects: [id]);
        work.Add("update account_passkey set removed_at = $3, entry_id = $4 where account_id = $1 and credential = $2 and removed_at is null returning true", id, Credential(form["welke"]), work.Clock.Now, work.EntryId);
        if (!await Invitation.Is(work, stop))
        {
            return new SavedAct(Path, "passkey");
        }

        fresh.UseUp(work);
        if (!await Invitation.Is(work, stop))
        {
            return await Page(http, db, passkeys, Refusal.CodeToRemove, stop);
        }

        OwnerMail.Tell(work, fresh.Account, "Een passkey is verwijderd", "Van uw account is een passkey verwijderd. Met dat apparaat kan niemand meer inloggen.");
        await work.Save();
        return new SavedAct(Path, "passkey");
    }

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

    private static async Task<IResult> Page(HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, Refusal? refused, CancellationToken stop)
    {
        var actor = http.Actor();
        if (FreshCode.OwnerOf(http) is not { } id)
        {
            return Results.NotFound();
        }

        var asked = await passkeys.MakeCreationOptionsAsync(new() { Id = id.ToString(), Name = actor.Name, DisplayName = actor.Name }, http);
        PasskeyDoor.Keep(http, Kind, asked.AttestationState, db.Clock.Now);
        await using var work = await db.Begin(actor, "passkeys", stop);
        var keys = await StoredPasskey.Of(work, id, stop);
        return new RazorComponentResult<PasskeysPage>(new
        {
            Keys = keys.Select(k => new Choice(WebEncoders.Base64UrlEncode(k.Key.CredentialId), k.Key.Name ?? "Passkey")).ToList(), Options = asked.CreationOptionsJson, Failed = refused == Refusal.Device, 
            Errors = refused switch { Refusal.Code => [FreshCode.Wrong()], Refusal.CodeToRemove => [FreshCode.Wrong(FreshCode.Other)], _ => Array.Empty<FieldError>() },
        }) { StatusCode = refused is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
