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
        foreach (var part in parts)
        {
            var (from, to) = (Next(values, part), Next(values, part + Highest));
            conditions.Add(part == parts[0]
                ? $"f.part >= ${from} and f.part < ${to} and not exists (select from mother_name_part g where g.dossier_id = f.dossier_id and g.part >= ${from} and g.part < f.part offset 0)"
                : $"exists (select from mother_name_part g where g.dossier_id = d.id and g.part >= ${from} and g.part < ${to} offset 0)");
        }

        return parts.Count == 0
            ? DossierLines.Ask(list, string.Join(" and ", conditions), "d.id desc", values: values)
            : DossierLines.Ask(list, string.Join(" and ", conditions), "f.part, f.dossier_id", "mother_name_part f join dossier d on d.id = f.dossier_id", values);
    }

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
