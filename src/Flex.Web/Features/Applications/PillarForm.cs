using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;

namespace Flex.Web.Features.Applications;

/// <summary>The five answers as they were typed, with the act that makes a double click count once.</summary>
public sealed record PillarForm(Guid Act, string? Question, string? Goal, string? BridgeTo, string? AgreedBy, string? Applicant)
{
    internal static PillarForm Fresh(Actor actor, ProgrammeClock clock) => new(clock.NewId(), null, null, null, null, actor.Role is Roles.Verloskundige or Roles.Jgz ? actor.Role : null);

    internal static PillarForm Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Typed.Text(form["vraag"]), Typed.Text(form["doel"]), Typed.Text(form["overbruggen_naar"]), Typed.Text(form["akkoord"]), Typed.Text(form["aanmelder"]));

    public string? Field(string name) => name switch
    {
        "vraag" => Question,
        "doel" => Goal,
        "overbruggen_naar" => BridgeTo,
        "akkoord" => AgreedBy,
        "aanmelder" => Applicant,
        _ => null,
    };
}
