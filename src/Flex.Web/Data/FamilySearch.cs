using System.Globalization;
using Flex.Domain.Names;

namespace Flex.Web.Data;

/// <summary>What somebody looks for: parts of the mother's name as <see cref="Tables.NameKey"/> makes them, her day of birth, the number of a dossier. All that is given must hold.</summary>
internal sealed record FamilySearch(IReadOnlyList<string> Parts, DateOnly? Born, int? Number)
{
    // Offset: the planner, which does not know how much a part or a sound says, would read everybody who has it; so the few parts of one name are looked up.
    // Higher than any letter: what begins with a part lies between the part and the part with this behind it. Ranges are
    // leakproof, so that row-level security lets the index be used; a plan that is made once cannot use starts_with.
    private const string Highest = "\U0010FFFF";

    // A day of birth or a number leaves a handful, whatever the name; only a name alone has to be led by one of its parts.
    private bool ByNameAlone => Born is null && Number is null;

    /// <summary>Asks for the first page of what is found; of a name alone the longest part leads, because it says most.</summary>
    public ListPage<DossierLine> Ask(DossierList list)
    {
        var values = new List<object?>();
        var conditions = Given(values);
        var parts = Parts.OrderByDescending(p => p.Length).Select(p => Typed(values, p)).ToList();
        if (!ByNameAlone)
        {
            return One(list, values, [.. conditions, .. parts.Select(p => Has(p.Begins("g")))]);
        }

        // A name with two parts that begin so is found once, by the first of them.
        conditions.AddRange([parts[0].Begins("f"), $"not {Has(parts[0].Begins("g") + " and g.part < f.part")}", .. parts.Skip(1).Select(p => Has(p.Begins("g")))]);
        return DossierLines.Ask(list, string.Join(" and ", conditions), "f.part, f.dossier_id", "mother_name_part f join dossier d on d.id = f.dossier_id", values);
    }

    /// <summary>
    /// Asks for the families whose name merely sounds so: each part, without particles, begins or sounds like one of the name, and it is not
    /// found by <see cref="Ask"/>. Null when nothing that was typed has a sound.
    /// </summary>
    public ListPage<DossierLine>? AskSounds(DossierList list)
    {
        var values = new List<object?>();
        var conditions = Given(values);
        var parts = Parts.Select(p => Typed(values, p)).ToList();
        if (!parts.Exists(p => p.HasSound))
        {
            return null;
        }

        conditions.AddRange(parts.Where(p => p.Counts).Select(p => Has($"({p.Begins("g")} or g.sound = ${p.Sound} and g.sound <> '')")));
        conditions.Add($"not ({string.Join(" and ", parts.Select(p => Has(p.Begins("g"))))})");
        if (!ByNameAlone)
        {
            return One(list, values, conditions);
        }

        // What begins so too is passed over in the index, unless only a particle differs.
        string[] sides = parts.TrueForAll(p => p.Counts) ? ["and part < ${0}", "and part >= ${1}"] : [""];
        var alike = parts.Where(p => p.HasSound).SelectMany(p => sides.Select(s => $"select dossier_id, part from mother_name_part where sound = ${p.Sound} {string.Format(CultureInfo.InvariantCulture, s, p.From, p.To)}"));
        return DossierLines.Ask(list, string.Join(" and ", conditions), "f.part, f.dossier_id",
            $"(select dossier_id, min(part) as part from ({string.Join(" union all ", alike)}) u group by dossier_id) f join dossier d on d.id = f.dossier_id", values);
    }

    private static ListPage<DossierLine> One(DossierList list, List<object?> values, IEnumerable<string> conditions) => DossierLines.Ask(list, string.Join(" and ", conditions), "d.id desc", values: values);

    // Of a name alone before the dossier is looked up.
    private string Has(string condition) => $"exists (select from (select part, sound from mother_name_part where dossier_id = {(ByNameAlone ? "f.dossier_id" : "d.id")} offset 0) g where {condition})";

    private List<string> Given(List<object?> values)
    {
        var conditions = new List<string> { "true" };
        conditions.AddRange(Born is { } born ? [$"m.birth_date = ${Next(values, born)}"] : []);
        conditions.AddRange(Number is { } number ? [$"d.number = ${Next(values, number)}"] : []);
        return conditions;
    }

    private static Part Typed(List<object?> values, string part) => new(
        Next(values, part), Next(values, part + Highest), Next(values, NameSound.Of(part)), !NameSound.IsParticle(part), NameSound.Of(part).Length > 0);

    // The values of a search begin at $3.
    private static int Next(List<object?> values, object value)
    {
        values.Add(value);
        return values.Count + 2;
    }

    /// <summary>A part that was typed: the numbers of its values, and whether it counts and has a sound.</summary>
    private readonly record struct Part(int From, int To, int Sound, bool Counts, bool HasSound)
    {
        public string Begins(string alias) => $"{alias}.part >= ${From} and {alias}.part < ${To}";
    }
}
