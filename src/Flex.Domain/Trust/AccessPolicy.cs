using static Flex.Domain.Trust.DataClass;
using static Flex.Domain.Trust.RelationKind;
using static Flex.Domain.Trust.Sight;

namespace Flex.Domain.Trust;

/// <summary>
/// Who sees what of a family: a role in a relation, and how much of each class. What stands nowhere here is refused
/// (standards.md §3.4, with the deviations of the issue: JGZ sees who is coming in a form of its own and the rest after a
/// handover; municipality and insurer see no line per family). Programme office, researcher and family have doors of their own.
/// </summary>
public static class AccessPolicy
{
    /// <summary>Which version of these rules gave an access; kept with every line of the log, and changed with every rule.</summary>
    public const string Version = "2026-2";

    private static readonly string[] Office = ["intaker", "coordinator"];
    private static readonly string[] Carers = ["kraamverzorgende"];
    private static readonly string[] Midwives = ["verloskundige"];
    private static readonly string[] YouthCare = ["jgz"];

    /// <summary>Every rule; a person has what all rules together give.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        // Kraamzorg, assigned. The lists that the family filled in are hers: who gives the care helps to fill them in and sees those that are not finished.
        .. Give(Office, Intake, (Identity, Full), (Application, Full), (RiskClass, Full), (Outcome, Full), (Hours, Full), (Notes, Full), (Answers, Summary)),
        .. Give(Carers, RelationKind.Care, (Identity, Full), (Application, Full), (RiskClass, Full), (Outcome, Full), (Hours, Full), (Notes, Full), (Answers, Part)),
        .. Give(Carers, Invited, (Identity, Full), (Application, Full), (RiskClass, Full), (Outcome, Full), (Hours, Full), (Notes, Full), (Answers, Part)),

        // Midwife or hospital, related: the own application; care as sums. What is shared beyond that comes with consent, by a rule of its own.
        .. Give(Midwives, Applicant, (Identity, Full), (Application, Part), (RiskClass, Full), (Outcome, Full), (Hours, Summary), (Answers, Part)),
        .. Give(Midwives, Invited, (Identity, Full), (RiskClass, Full), (Outcome, Full), (Hours, Summary)),

        // JGZ: what it applied for itself, and what it took over.
        .. Give(YouthCare, Applicant, (Identity, Full), (Application, Part), (RiskClass, Full), (Outcome, Full), (Hours, Summary), (Answers, Part)),
        .. Give(YouthCare, Handover, (Identity, Full), (RiskClass, Full), (Outcome, Full), (Hours, Summary), (Answers, Part)),
        .. Give(YouthCare, Invited, (Identity, Full), (RiskClass, Full), (Outcome, Full), (Hours, Summary)),

        // With the glass broken: what the own discipline sees of its own families, and never what the family answered.
        .. Give([.. Office, .. Carers], Emergency, (Identity, Full), (Application, Full), (RiskClass, Full), (Outcome, Full), (Hours, Full), (Notes, Full)),
        .. Give([.. Midwives, .. YouthCare], Emergency, (Identity, Full), (RiskClass, Full), (Outcome, Full), (Hours, Summary)),
    ];

    /// <summary>What a role sees through these relations together; nothing without one.</summary>
    public static Sights For(string role, IReadOnlyCollection<RelationKind> relations) => For(Rules, role, relations);

    /// <summary>The same by other rules, for who weighs what a rule does.</summary>
    public static Sights For(IEnumerable<AccessRule> rules, string role, IReadOnlyCollection<RelationKind> relations) =>
        new(rules.Where(r => r.Role == role && relations.Contains(r.Relation)).Select(r => (r.Class, r.Sight)));

    /// <summary>The relations by which a role reaches a family: those in which it may know who she is.</summary>
    public static IReadOnlyList<RelationKind> KindsOf(string role) => KindsOf(Rules, role);

    /// <summary>The same by other rules.</summary>
    public static IReadOnlyList<RelationKind> KindsOf(IEnumerable<AccessRule> rules, string role) =>
        [.. rules.Where(r => r.Role == role && r.Class == Identity && r.Sight != None).Select(r => r.Relation).Distinct()];

    private static IEnumerable<AccessRule> Give(string[] roles, RelationKind relation, params (DataClass Class, Sight Sight)[] sights) =>
        from role in roles from given in sights select new AccessRule(role, relation, given.Class, given.Sight);
}

/// <summary>One cell of the policy: a role in a relation sees so much of a class.</summary>
public sealed record AccessRule(string Role, RelationKind Relation, DataClass Class, Sight Sight);
