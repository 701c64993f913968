using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.CareHours;

/// <summary>The posted hours as they were typed, with the act that makes a double click count once.</summary>
public sealed record HoursForm(Guid Act, string? Pillar, string? Day, string? Hours, string? Note)
{
    internal static HoursForm Read(IFormCollection form, ProgrammeClock clock) =>
        new(Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Typed.Text(form["pijler"]), Typed.Text(form["dag"]), Typed.Text(form["uren"]), Typed.Text(form["opmerking"]));

    public string? Field(string name) => name switch
    {
        "pijler" => Pillar,
        "dag" => Day,
        "uren" => Hours,
        "opmerking" => Note,
        _ => null,
    };
}
