using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Access;

/// <summary>
/// Which dossiers a person may reach, as a piece of every query: "may I see it" is part of the question, never asked after it.
/// The roles that carry the programme reach all; who applies reaches the families of the own organisation; everybody else none.
/// </summary>
internal static class Reach
{
    /// <summary>A condition on table dossier under the alias d; <paramref name="organisation"/> is the number of the parameter that holds the organisation.</summary>
    public static string Condition(Actor actor, int organisation) => actor.Role switch
    {
        Roles.Intaker or Roles.Coordinator or Roles.Kraamverzorgende or Roles.Jgz => $"${organisation}::text is not null",
        Roles.Verloskundige => $"d.organisation = ${organisation}",
        _ => $"${organisation}::text is null",
    };

    /// <summary>Whether a person reaches the families of every organisation.</summary>
    public static bool All(Actor actor) => actor.Role is Roles.Intaker or Roles.Coordinator or Roles.Kraamverzorgende or Roles.Jgz;

    /// <summary>Whether a person applies and does not decide: what tells who takes part is kept from them, also where they reach every family.</summary>
    public static bool IsApplicant(Actor actor) => !Policies.May(actor.Role, Policies.Decide) && (!All(actor) || Policies.May(actor.Role, Policies.Apply));

    /// <summary>That another application was like this one is told only to who decides: it says who takes part.</summary>
    public static bool SeesInHistory(Actor actor, string act) =>
        !IsApplicant(actor) || act is not (nameof(Act.ResemblanceSettled) or nameof(Act.DuplicateWaits) or nameof(Act.DuplicateSettled));
}
