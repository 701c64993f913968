using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Funding;

/// <summary>Whether an extension of regular care can be paid on a day; whether days and hours were given in between is asked while counting.</summary>
internal readonly record struct ExtensionOnDay(Quarters? Hours, bool Contiguous, NotInsured Because);

/// <summary>Asks the insurer's rule of a day.</summary>
internal sealed class DayExtension(FamilyLife life, FundingRules rules)
{
    public ExtensionOnDay On(DateOnly day, int? number, CareTerms terms, InsuredWith? insurer)
    {
        if (number is not { } known || known <= terms.RegularDays)
        {
            return None(NotInsured.RegularDaysOver);
        }

        var indicated = InForce(day);
        var rule = ExtensionRule.Of(rules.Extensions, insurer?.Concern, day);
        return known > terms.ExtensionLastDay ? None(NotInsured.ExtensionOver)
            : indicated is null ? None(NotInsured.RegularDaysOver)
            : rule is null || day < terms.ExtensionFrom ? None(NotInsured.NoExtensionRule)
            : rule.ByMidwife && indicated.By != IndicatedBy.Midwife ? None(NotInsured.ExtensionNotByMidwife)
            : !Allows(rule.Classes, life.Classes.On(day)?.Value ?? ClassSet.None) ? None(NotInsured.ExtensionOtherClass)
            : new(indicated.Hours, rule.Contiguous, NotInsured.Pays);
    }

    private static ExtensionOnDay None(NotInsured because) => new(null, false, because);

    private static bool Allows(ClassSet allowed, ClassSet possible) => possible != ClassSet.None && (possible & ~allowed) == ClassSet.None;

    private ExtensionIndication? InForce(DateOnly day)
    {
        ExtensionIndication? found = null;
        foreach (var one in life.Extensions)
        {
            if (one.Days.Contains(day) && (found is null || (one.Days.First, one.Id, one.Hours.Count).CompareTo((found.Days.First, found.Id, found.Hours.Count)) > 0))
            {
                found = one;
            }
        }

        return found;
    }
}
