using Flex.Domain.Dossiers;

namespace Flex.Domain.Plans;

/// <summary>What was said of the plan with the family while it ran, or at its end.</summary>
/// <param name="Kind">A code of <see cref="PlanCodes.Reviews"/>.</param>
/// <param name="NextOn">When it is looked at again; null at the end or when nothing was agreed.</param>
/// <param name="Reason">Why it ends, a code of <see cref="PlanCodes.Ends"/>; null while it runs.</param>
/// <param name="HandedTo">Who takes over; null when nobody does.</param>
public sealed record SaidReview(string Kind, DateOnly On, string How, DateOnly? NextOn, string? Reason, string? HandedTo)
{
    /// <summary>Reads an interim review; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static SaidReview? Parse(FieldReader read)
    {
        var on = read.RequiredDay("gesproken_op", future: false, "Vul in wanneer u het gezin sprak.");
        var how = PlanText.Required(read, "hoe_gaat_het", "Vul in hoe het gaat.");
        var next = read.Day("volgende_keer", future: true);
        if (next < on)
        {
            read.Wrong("volgende_keer", "Deze dag ligt voor het gesprek.");
        }

        return read.Problems.Count == 0 ? new(PlanCodes.Interim, on, how!, next, null, null) : null;
    }

    /// <summary>Reads the end. A family that waits for other help is handed over to somebody, or it is said why not.</summary>
    /// <param name="bridges">There is a goal to bridge.</param>
    /// <param name="given">Care was given in the pillar.</param>
    public static SaidReview? ParseEnd(FieldReader read, bool bridges, bool given)
    {
        var reason = read.Code("reden_einde", PlanCodes.Ends, null);
        var how = PlanText.Required(read, "hoe_gaat_het", "Vul in hoe het gezin er nu voor staat.");
        var to = read.Short("overgedragen_aan", 200);
        if (to is null && (reason == PlanCodes.HandedOver || (bridges && reason is "doel-bereikt" or "termijn")))
        {
            read.Wrong("overgedragen_aan", bridges ? "Het gezin overbrugt de tijd tot er andere hulp is. Vul in wie het overneemt." : "Vul in wie het overneemt.");
        }

        if (!given && reason is { Length: > 0 } and not PlanCodes.FamilyStops)
        {
            read.Wrong("reden_einde", "Er is nog geen zorg vastgelegd in deze pijler. Leg die eerst vast, of kies dat het gezin niet meer wil.");
        }

        return read.Problems.Count == 0 ? new(PlanCodes.Last, read.Today, how!, null, reason, to) : null;
    }
}
