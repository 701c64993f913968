using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Accounts;

/// <summary>Which roles people of an organisation can have: those of the work it does in a programme, who looks after its accounts, and who oversees its privacy.</summary>
internal static class OrganisationRoles
{
    public static IReadOnlyList<Role> Of(ProgrammeLibrary library, string organisation)
    {
        var does = library.Programmes.Values.SelectMany(p => p.Partners).Where(p => p.Code == organisation).SelectMany(p => p.Roles).ToHashSet(StringComparer.Ordinal);
        return does.Count == 0 ? [] : [.. Roles.All.Where(r => r.Code is Roles.Beheerder or Roles.Privacy || (r.Code != Roles.Gezin && does.Contains(r.PartnerRole)))];
    }

    public static string NameOf(ProgrammeLibrary library, string organisation) =>
        library.Programmes.Values.SelectMany(p => p.Partners).FirstOrDefault(p => p.Code == organisation)?.Name ?? organisation;
}
