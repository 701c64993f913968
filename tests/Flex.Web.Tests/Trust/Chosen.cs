namespace Flex.Web.Tests.Trust;

/// <summary>
/// What is seen of a family through the door to her dossier: the model's answer, and where the model leaves a question open (Q, see its README) or
/// the product differs from it on purpose, what was chosen and why. The first line that fits counts.
/// </summary>
internal static class Chosen
{
    /// <summary>What the policy divides; the rest of the model's data have doors of their own.</summary>
    public static readonly IReadOnlyList<string> Data =
        ["naam", "contact", "bsn", "adres", "aanvraag", "klasse", "besluit", "zorguren-regels", "zorguren-som", "opmerking-bij-zorg", "lijst-ingevuld"];

    private static readonly (string Role, string Relation, string Data, bool Yes, string Why)[] Choices =
    [
        ("programmabureau|onderzoeker|gezin|privacy", "*", "*", false, "has doors of its own, and no dossier"),
        ("*", "zorg-voor-plaats", "*", false, "who will care reaches the family from the day of the place"),
        ("intaker|coordinator", "zorg|uitgenodigd", "*", false, "the office works through the intake relation (Q3)"),
        ("intaker|coordinator", "intake", "lijst-ingevuld|zorguren-regels|opmerking-bij-zorg", true, "Q1, Q2: who keeps the record watches over the care, and has to know that a list is there"),
        ("*", "nood", "lijst-ingevuld", false, "Q1: what a family answered is never needed at once"),
        ("kraamverzorgende", "zorg|uitgenodigd", "lijst-ingevuld", true, "Q1: who fills in a list with her knows that it was done"),
        ("kraamverzorgende", "uitgenodigd", "*", true, "Q3: asked in to care means to see what who cares sees"),
        ("verloskundige", "aanmelder", "lijst-ingevuld", true, "front-door issue, 6: fills in lists with the family"),
        ("verloskundige", "uitgenodigd|nood", "aanvraag", false, "Q4: sharing the application is an act of its own"),
        ("jgz", "aanmelder", "zorguren-regels|opmerking-bij-zorg", false, "AC-01 as for a midwife"),
        ("jgz", "aanmelder", "*", true, "AC-01: being applicant makes a relation, whoever applied"),
        ("jgz", "overdracht", "lijst-ingevuld", true, "front-door issue, 6: fills in lists with the family"),
        ("jgz", "overdracht|uitgenodigd|nood", "aanvraag", false, "Q5: which part is shared is said with consent"),
        ("jgz", "uitgenodigd", "naam|contact|bsn|adres|klasse|besluit|zorguren-som", true, "Q3"),
        ("jgz", "*", "naam|contact", false, "Q7: who is coming is a form of its own, not the door to a dossier"),
    ];

    // With these relations of the model the choice above is not asked: the model answers yes or no, or JGZ has the whole column.
    private static readonly string[] Whole = ["overdracht", "nood"];

    /// <summary>Whether a role in a relation sees this in a dossier.</summary>
    public static bool Sees(string role, string relation, string data)
    {
        var said = TheModel.Sees(role, relation, data);
        relation = relation.EndsWith("-nazorg", StringComparison.Ordinal) ? relation[..^"-nazorg".Length] : relation;
        return Choices.Where(c => Fits(c.Role, role) && Fits(c.Relation, relation) && Fits(c.Data, data) && !(c is ("jgz", "*", _, _, _) && Whole.Contains(relation))).Select(c => (bool?)c.Yes).FirstOrDefault()
            ?? (said == TheModel.Answer.Open ? throw new InvalidOperationException($"the model leaves {role} {relation} {data} open and nothing was chosen") : said == TheModel.Answer.Yes);
    }

    /// <summary>Whether a role in a relation reaches the dossier at all.</summary>
    public static bool Reaches(string role, string relation) => Sees(role, relation, "naam");

    private static bool Fits(string pattern, string value) => pattern == "*" || pattern.Split('|').Contains(value);
}
