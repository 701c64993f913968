using Flex.Domain.Trust;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Access;

/// <summary>
/// Which dossiers a person may reach, as a piece of every query: "may I see it" is part of the question, never asked after it.
/// A family is reached through a relation that holds now, and only through one that the policy knows for the role.
/// </summary>
internal static class Reach
{
    // "offset 0" lets it be asked of the dossier at hand. Without it PostgreSQL gathers every family of the organisation first, for a page of fifty.
    /// <summary>A condition on table dossier under the alias d; <paramref name="organisation"/> is the number of the parameter that holds the organisation.</summary>
    public static string Condition(Actor actor, int organisation) => AccessPolicy.KindsOf(actor.Role) is { Count: > 0 } kinds
        ? $"exists (select from relation g where g.dossier_id = d.id and g.organisation = ${organisation} and g.kind in ({string.Join(", ", kinds.Select(k => $"'{RelationCodes.CodeOf(k)}'"))}) and {Holds("g")} offset 0)"
        : $"${organisation}::text is null";

    /// <summary>The kinds of relation that hold between this person and the dossier d, as an array of codes.</summary>
    public static string Kinds(int organisation) => $"array(select distinct g.kind from relation g where g.dossier_id = d.id and g.organisation = ${organisation} and {Holds("g")})";

    /// <summary>Whether a person applies and does not decide: what tells who takes part is kept from them.</summary>
    public static bool IsApplicant(Actor actor) => !Policies.May(actor.Role, Policies.Decide) && Policies.May(actor.Role, Policies.Apply);

    /// <summary>That another application was like this one is told only to who decides: it says who takes part.</summary>
    public static bool SeesInHistory(Actor actor, string act) =>
        !IsApplicant(actor) || act is not (nameof(Act.ResemblanceSettled) or nameof(Act.DuplicateWaits) or nameof(Act.DuplicateSettled));

    // The first statement of every unit of work says who acts and on which day.
    private static string Holds(string g) =>
        $"{g}.from_day is not null and ({g}.until_day is null or {g}.until_day >= (select flex_day())) and ({g}.until_at is null or {g}.until_at > (select flex_instant())) and {g}.withdrawn_at is null"
        + $" and ({g}.role is null or {g}.role = (select current_setting('flex.role', true))) and ({g}.actor is null or {g}.actor = (select current_setting('flex.actor', true)))";
}
