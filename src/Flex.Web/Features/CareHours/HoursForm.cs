using Flex.Web.Data;

namespace Flex.Web.Features.CareHours;

/// <summary>The posted hours as they were typed, with the act that makes a double click count once.</summary>
public sealed record HoursForm(Guid Act, string? Pillar, string? Day, string? Hours, string? Note)
{
    internal static HoursForm Read(IFormCollection form, ProgrammeClock clock) =>
        new(Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), form["pijler"], form["dag"], form["uren"], form["opmerking"]);

    public string? Field(string name) => name switch
    {
        "pijler" => Pillar,
        "dag" => Day,
        "uren" => Hours,
        "opmerking" => Note,
        _ => null,
    };
}
