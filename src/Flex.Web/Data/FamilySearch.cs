using Flex.Domain.Names;

namespace Flex.Web.Data;

/// <summary>What somebody looks for: parts of the mother's name as <see cref="Tables.NameKey"/> makes them, her day of birth, the number of a dossier. All that is given must hold.</summary>
internal sealed record FamilySearch(IReadOnlyList<string> Parts, DateOnly? Born, int? Number)
{
    // Offset: the planner, which does not know how much a part says, would read everybody who has the others; so they are only looked up.
    // Higher than any letter: what begins with a part lies between the part and the part with this behind it. Ranges are
    // leakproof, so that row-level security lets the index be used; a plan that is made once cannot use starts_with.
    private const string Highest = "\U0010FFFF";

    /// <summary>Asks for the first page of what is found; the longest part of a name leads, because it says most.</summary>
    public ListPage<DossierLine> Ask(DossierList list)
    {
        var values = new List<object?>();
        var conditions = new List<string> { "true" };
        Given(Born, "m.birth_date = ${0}", values, conditions);
        Given(Number, "d.number = ${0}", values, conditions);
        var parts = Parts.OrderByDescending(p => p.Length).ToList();
        var ranges = parts.Select(p => (From: Next(values, p), To: Next(values, p + Highest))).ToList();
        conditions.AddRange(ranges.Skip(1).Select(r => $"exists (select from mother_name_part g where g.dossier_id = f.dossier_id and g.part >= ${r.From} and g.part < ${r.To} offset 0)"));
        // A name with two parts that begin so is found once, by the first of them.
        conditions.AddRange(ranges.Take(1).Select(r =>
            $"f.part >= ${r.From} and f.part < ${r.To} and not exists (select from mother_name_part g where g.dossier_id = f.dossier_id and g.part >= ${r.From} and g.part < f.part offset 0)"));
        return parts.Count == 0
            ? DossierLines.Ask(list, string.Join(" and ", conditions), "d.id desc", values: values)
            : DossierLines.Ask(list, string.Join(" and ", conditions), "f.part, f.dossier_id", "mother_name_part f join dossier d on d.id = f.dossier_id", values);
    }

    /// <summary>
    /// Asks for the families whose name merely sounds so: each part, without particles, begins or sounds like one of the name, and it is not
    /// found by <see cref="Ask"/>. Null when nothing that was typed has a sound.
    /// </summary>
    public ListPage<DossierLine>? AskSounds(DossierList list)
    {
        var values = new List<object?>();
        var conditions = new List<string>();
        Given(Born, "m.birth_date = ${0}", values, conditions);
        Given(Number, "d.number = ${0}", values, conditions);
        var parts = Parts.Select(p => (From: Next(values, p), To: Next(values, p + Highest), Sound: Next(values, NameSound.Of(p)), Counts: !NameSound.IsParticle(p), Sounds: NameSound.Of(p).Length > 0)).ToList();
        conditions.AddRange(parts.Where(p => p.Counts).Select(p => Has($"(g.part >= ${p.From} and g.part < ${p.To} or g.sound = ${p.Sound} and g.sound <> '')")));
        conditions.Add($"not ({string.Join(" and ", parts.Select(p => Has($"g.part >= ${p.From} and g.part < ${p.To}")))})");
        // What begins so too is passed over in the index, unless only a particle differs.
        string[] sides = parts.TrueForAll(p => p.Counts) ? ["and part < ${0}", "and part >= ${1}"] : [""];
        var alike = parts.Where(p => p.Sounds).SelectMany(p => sides.Select(s => $"select dossier_id, part from mother_name_part where sound = ${p.Sound} {string.Format(System.Globalization.CultureInfo.InvariantCulture, s, p.From, p.To)}")).ToList();
        return alike.Count == 0 ? null : DossierLines.Ask(list, string.Join(" and ", conditions), "f.part, f.dossier_id",
            $"(select dossier_id, min(part) as part from ({string.Join(" union all ", alike)}) u group by dossier_id) f join dossier d on d.id = f.dossier_id", values);
    }

    private static string Has(string condition) => $"exists (select from mother_name_part g where g.dossier_id = f.dossier_id and {condition} offset 0)";

    private static void Given(object? value, string condition, List<object?> values, List<string> conditions)
    {
        if (value is not null)
        {
            conditions.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, Next(values, value)));
        }
    }

    // The values of a search begin at $3.
    private static int Next(List<object?> values, object value)
    {
        values.Add(value);
        return values.Count + 2;
    }
}
