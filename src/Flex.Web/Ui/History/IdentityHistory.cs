using Flex.Domain.Identities;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>Sentences of the history about who somebody is; never with a number.</summary>
internal static class IdentityHistory
{
    public static (string What, string? Detail) Of(Act act, IdentityBody? body) => act switch
    {
        Act.IdentityChecked => Checked(body),
        Act.BsnSet => ($"heeft het BSN van {Who(body)} {(body is { Mended: true } ? "verbeterd" : "vastgelegd")}", null),
        _ => None(body),
    };

    private static (string What, string? Detail) Checked(IdentityBody? body) =>
        ($"heeft vastgelegd hoe de identiteit van {Who(body)} is gecontroleerd", body?.Said is { } said ? $"{IdentityCodes.LabelOf(IdentityCodes.Statuses, said)}." : null);

    private static (string What, string? Detail) None(IdentityBody? body) =>
        ($"heeft vastgelegd waarom {Who(body)} geen BSN heeft", body?.Said is { } said ? $"{IdentityCodes.LabelOf(IdentityCodes.NoBsnReasons, said)}." : null);

    private static string Who(IdentityBody? body) => body is null ? "iemand van het gezin" : IdentityWords.Who(body.Person);
}
