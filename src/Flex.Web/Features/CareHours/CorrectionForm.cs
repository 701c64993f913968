using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Funding;
using Flex.Web.Ui;

namespace Flex.Web.Features.CareHours;

/// <summary>A contact as it lies before somebody who corrects it.</summary>
internal static class CorrectionForm
{
    public static TypedFields Fresh(ContactRow row, ProgrammeClock clock)
    {
        var (from, until) = (HoursDesk.FromOf(row), HoursDesk.FromOf(row).Plus(row.Quarters));
        var (first, last) = (Amsterdam.DayOf(from), Amsterdam.DayOf(until));
        return TypedFields.Fresh(clock, "",
            ("dag", Ui.Dutch.Date(first)), ("van", ContactWords.Time(from)), ("tot", ContactWords.Time(until)), ("dag_tot", last == first ? null : Ui.Dutch.Date(last)), ("soort", row.Setting),
            ("gedaan", row.Done.Count == 0 ? null : string.Join('|', row.Done)), ("opmerking", row.Note), ("signaal", row.Signal), ("samen", row.Together ? "ja" : null));
    }

    /// <summary>What is said when it lies in a month that is closed.</summary>
    public static FormNotice? Closed(HoursDesk desk, ContactRow row) =>
        ClosedMonth.Of(desk.Funding.Closed, HoursDesk.FromOf(row), HoursDesk.FromOf(row).Plus(row.Quarters)) is { } closed ? ContactActs.Closed(closed) : null;

    /// <summary>What is said when this one was corrected before: only the newest can be.</summary>
    public static FormNotice? Meanwhile(HoursDesk desk, ContactRow row) => desk.Funding.CorrectionOf(row.Id) is not { } newer ? null : newer.Quarters == 0
        ? new("Dit is teruggenomen", $"{newer.RegisteredBy} heeft deze uren teruggenomen op {Ui.Dutch.Date(newer.RegisteredOn)}: {newer.Because} Zijn ze toch gegeven, leg ze dan opnieuw vast.")
        : new("Dit is al verbeterd", $"{newer.RegisteredBy} heeft dit verbeterd op {Ui.Dutch.Date(newer.RegisteredOn)}: nu staat er {ContactWords.When(HoursDesk.FromOf(newer), HoursDesk.FromOf(newer).Plus(newer.Quarters))}. Klopt dat niet, verbeter dan die regel.");
}
