using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Eligibility;

/// <summary>The conditions of one pillar, read once so that judging compares sets and numbers; made from a checked programme.</summary>
public sealed class CompiledCriteria
{
    private readonly Step[] steps;

    private CompiledCriteria(Step[] steps) => this.steps = steps;

    internal ReadOnlySpan<Step> Steps => steps;

    /// <summary>Reads the conditions; throws on an unknown class code or a missing parameter, which the check of the programme refuses earlier.</summary>
    public static CompiledCriteria From(PillarCriteria criteria)
    {
        var read = new Step[criteria.Conditions.Count];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = Step.From(criteria.Conditions[i]);
        }

        return new(read);
    }

    internal readonly record struct Step(ConditionKind Kind, ClassSet Classes, string[] Codes, DateRange Period, Cents Amount)
    {
        public static Step From(Condition condition) => new(
            condition.Kind,
            condition.Kind == ConditionKind.ClassIn ? ClassesOf(condition) : ClassSet.None,
            [.. condition.Codes],
            condition.Kind == ConditionKind.AppliedWithin ? condition.Period ?? throw Missing(condition) : default,
            condition.Kind == ConditionKind.IncomeAtMost ? condition.Amount ?? throw Missing(condition) : default);

        private static ClassSet ClassesOf(Condition condition)
        {
            var set = ClassCodes.ParseSet(string.Join('|', condition.Codes));
            return set is { } known && !known.HasFlag(ClassSet.Undefined) ? known : throw Missing(condition);
        }

        private static ArgumentException Missing(Condition condition) =>
            new($"Condition {condition.Kind} lacks its parameter or names an unknown class.", nameof(condition));
    }
}
