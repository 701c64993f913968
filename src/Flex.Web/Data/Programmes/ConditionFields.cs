using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads one condition; the small vocabulary of kinds is closed, what they compare with is data.</summary>
internal static class ConditionFields
{
    /// <summary>The classes of the Rotterdam definition that a condition can name; "onbekend" is the lack of one.</summary>
    private static readonly string[] Classes = [.. ClassCodes.Classes.Select(c => ClassCodes.CodeOf(c))];

    private static readonly string[] Kinds = ["class-in", "municipality-in", "insurer-concern-in", "provider-in", "applied-within", "place-left", "income-at-most"];

    public static Condition Read(LocatedObject c, CriteriaCodes known) => c.Code("kind", Kinds, "soort voorwaarde") switch
    {
        "class-in" => List(c, ConditionKind.ClassIn, Classes, "klasse"),
        "municipality-in" => List(c, ConditionKind.MunicipalityIn, known.Municipalities, "gemeente"),
        "insurer-concern-in" => List(c, ConditionKind.InsurerConcernIn, known.Concerns, "verzekeraarsgroep"),
        "provider-in" => List(c, ConditionKind.ProviderIn, known.Providers, "aanbieder van dit programma"),
        "applied-within" => new Condition(ConditionKind.AppliedWithin, [], c.Period(), null),
        "income-at-most" => new Condition(ConditionKind.IncomeAtMost, [], null, c.Money("amount")),
        _ => new Condition(ConditionKind.PlaceLeft, [], null, null),
    };

    private static Condition List(LocatedObject c, ConditionKind kind, IReadOnlyList<string> known, string what) =>
        new(kind, c.Codes("codes", known, what), null, null);
}
