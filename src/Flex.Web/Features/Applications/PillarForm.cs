using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;

namespace Flex.Web.Features.Applications;

/// <summary>The answers as they were typed, by name, with the act that makes a double click count once.</summary>
/// <param name="TakesCalls">Whether this person fills in for who calls: the channel is then asked, and nothing is remembered of who applied; for another neither.</param>
public sealed record PillarForm(TypedFields Typed, bool TakesCalls, string Author)
{
    private static readonly string[] Habits = ["aanmelder", "aanmelder_naam", "aanmelder_mail", "geen_bericht"];

    public Guid Act => Typed.Act;

    /// <summary>Nobody said yet where a notice goes: that is then a question of its own, and what is filled in already is folded.</summary>
    public bool AsksMail => Typed["aanmelder_mail"] is null && Typed["geen_bericht"] is null;

    /// <summary>What only one answer asks is folded where it would be a sixth question.</summary>
    public bool FoldsBridge => TakesCalls && AsksMail;

    /// <summary>A field as the parser reads it. Who calls is never who takes the call.</summary>
    public string? Field(string name) => name switch
    {
        "kanaal" when !TakesCalls => ApplicationCodes.ByApplicant,
        "aanmelder_naam" when Typed[name] == Author && Field("kanaal") == ApplicationCodes.ByTelephone => null,
        "aanmelder_naam" when Typed[name] is null && Field("kanaal") == ApplicationCodes.ByApplicant => Author,
        _ => Typed[name],
    };

    /// <summary>
    /// With what is known of who applies: for who takes calls the one who applied for this family, if that was said, and never who applied
    /// for another; for another person what this person said the last time. A channel is chosen each time.
    /// </summary>
    internal static PillarForm Fresh(Actor actor, DossierRecord record, Draft? remembered, ProgrammeClock clock)
    {
        var calls = actor.Role is Roles.Intaker or Roles.Coordinator;
        var before = calls ? PillarApplicant.All(record).LastOrDefault(a => a.Name is not null && (a.Mail is not null || a.NoNotice)) : null;
        return new(before is null
            ? TypedFields.Fresh(clock, "", Habits.Select(h => (h, (calls ? null : remembered?.Fields.GetValueOrDefault(h)?.FirstOrDefault()) ?? Own(h, actor))))
            : TypedFields.Fresh(clock, "", ("aanmelder", before.Kind), ("aanmelder_naam", before.Name), ("aanmelder_mail", before.Mail), ("geen_bericht", before.NoNotice ? "ja" : null)), calls, actor.Name);
    }

    internal static PillarForm Read(IFormCollection form, Actor actor, ProgrammeClock clock) => new(TypedFields.Read(form, clock), actor.Role is Roles.Intaker or Roles.Coordinator, actor.Name);

    /// <summary>What this person need not say again, beside what was remembered before; null for who takes calls.</summary>
    internal Dictionary<string, string[]>? Remember(Draft? before) => TakesCalls ? null
        : (before?.Fields ?? new Dictionary<string, string[]>()).Where(f => !Habits.Contains(f.Key)).Select(f => (f.Key, f.Value))
            .Concat(Habits.Where(h => Typed[h] is not null).Select(h => (h, new[] { Typed[h]! }))).ToDictionary(f => f.Item1, f => f.Item2, StringComparer.Ordinal);

    private static string? Own(string field, Actor actor) => field switch
    {
        "aanmelder" => actor.Role is Roles.Verloskundige or Roles.Jgz ? actor.Role : "overig",
        "aanmelder_naam" => actor.Name,
        _ => null,
    };
}
