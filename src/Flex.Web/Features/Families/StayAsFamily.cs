using Flex.Web.Data.Access;
using Flex.Web.Data.Families;

namespace Flex.Web.Features.Families;

/// <summary>Tells that somebody of the family is still there, while a list is filled in or a copy is read. Looking at the visit is what keeps it; an hour is the longest.</summary>
internal static class StayAsFamily
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(FamilyDoor.StayPath, () => Results.NoContent()).RequireAuthorization(Policies.OwnPart);
}
