using Flex.Domain.Identities;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Dossiers;

/// <summary>Sentences of the history about who somebody is; never with a number.</summary>
internal static class IdentityHistory
{
    public static (string What, string? Detail) Checked(IdentityBody? body) =>
        ($"heeft vastgelegd hoe de identiteit van {Who(body)} is gecontroleerd", body?.Said is { } said ? $"{IdentityCodes.LabelOf(IdentityCodes.Statuses, said)}." : null);

    public static (string What, string? Detail) Set(IdentityBody? body) => ($"heeft het BSN van {Who(body)} {(body is { Mended: true } ? "verbeterd" : "vastgelegd")}", null);

    public static (string What, string? Detail) None(IdentityBody? body) =>
        ($"heeft vastgelegd waarom {Who(body)} geen BSN heeft", body?.Said is { } said ? $"{IdentityCodes.LabelOf(IdentityCodes.NoBsnReasons, said)}." : null);

    public static (string What, string? Detail) Read(IdentityBody? body) => ($"heeft het BSN van {Who(body)} heel bekeken", null);

    private static string Who(IdentityBody? body) => body is null ? "iemand van het gezin" : IdentityWords.Who(body.Person);
}
