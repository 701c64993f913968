using Flex.Domain.Consents;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Relations;

/// <summary>Who is involved with a family, and what whoever looks may do about it.</summary>
public sealed record AccessDesk(DossierHead Head, bool MayGive, IReadOnlyList<RelationLine> Lines, ProgrammeNames Names, DateOnly Day)
{
    /// <summary>What the family agreed to.</summary>
    public ConsentState Consent { get; init; } = new([]);

    private static readonly string[] CareRoles = ["kraamzorg", "verloskunde", "jgz"];

    /// <summary>The organisations that can be asked in: partners that give care.</summary>
    public IReadOnlyList<Partner> CanBeInvited => [.. Names.Programme.Partners.Where(p => p.Roles.Any(CareRoles.Contains))];

    /// <summary>The organisations that can take the family over.</summary>
    public IReadOnlyList<Partner> CanTakeOver => [.. Names.Programme.Partners.Where(p => p.Roles.Contains("jgz"))];

    /// <summary>An organisation in words.</summary>
    public string NameOf(string organisation) => Names.Organisation(organisation) ?? organisation;

    internal static AccessDesk Of(DossierInHand hand, IReadOnlyList<RelationLine> lines, ProgrammeLibrary library) => new(
        hand.Record.Head, Policies.May(hand.Work.Actor.Role, Policies.GiveAccess) && hand.Record.Life.End is null && !hand.Record.Head.OnlyLooks, lines,
        new ProgrammeNames(library.Programmes[hand.Record.Head.Programme], library.National), DossierFacts.DayOf(hand.Record, hand.Work.Clock))
    { Consent = hand.Record.Life.Consent };
}
