using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads what a programme decides about its own work; a programme may leave it out.</summary>
internal static class WorkFields
{
    private const string ByApplication = "aanmelddatum";
    private const string ByDueDate = "uitgerekende-datum";

    public static WorkRules Read(LocatedObject file) => file.MayObject("work") is { } block ? LocatedObject.Whole(block, Rules) : WorkRules.None;

    private static WorkRules Rules(LocatedObject block)
    {
        _ = (block.Source(), block.MayText("note"));
        var rules = new WorkRules(
            block.Distinct("decideWithin", d => (Pillar: d.Whole("pillar"), Days: d.Whole("days")), "pillar").ToDictionary(d => d.Pillar, d => d.Days),
            block.Whole("otherWithinDays"),
            block.WholeOrNull("reservationDays"),
            block.WholeOrNull("offerDays"),
            block.Code("waitingOrder", [ByApplication, ByDueDate], "volgorde van de wachtlijst") == ByDueDate ? WaitingOrder.DueDate : WaitingOrder.ApplicationDate,
            block.Whole("careMonths"),
            block.ObjectOrNull("contact") is { } contact ? LocatedObject.Whole(contact, c => new ProgrammeContact(c.Text("name"), c.TextOrNull("telephone"))) : null)
        { AfterCareDays = block.WholeOrNull("afterCareDays") ?? 0, FamilyLinkDays = block.Peek("familyLinkDays") is null ? null : block.WholeOrNull("familyLinkDays"), SilenceDays = block.Peek("silenceDays") is null ? null : block.WholeOrNull("silenceDays") };
        return block.Peek("careFromDay") is null ? rules : rules with { CareFromDay = block.Whole("careFromDay") };
    }
}
