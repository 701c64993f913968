using Flex.Web.Data.Plans;
using Flex.Web.Ui;

namespace Flex.Web.Features.Plans;

/// <summary>What became of a plan that waited, in words.</summary>
internal static class JudgePlanWords
{
    public const string NotYou = "Dit beoordeelt iemand die niet werkt bij de organisatie die het vroeg of die de zorg betaald krijgt.";

    public static string State(PlanCase found) => found.JudgedOn is { } on
        ? $"{found.JudgedBy} heeft dit plan op {Dutch.Date(on)} {found.State}.{(found.JudgedBecause is null ? "" : $" Reden: {found.JudgedBecause}")}"
        : "Dit plan is ingetrokken. Er is niets meer te beoordelen.";
}
