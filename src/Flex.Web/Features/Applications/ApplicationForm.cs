using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Addresses;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.Extensions.Primitives;

namespace Flex.Web.Features.Applications;

/// <summary>
/// The form as it was typed: every field is text, so that it can be shown again unchanged. <see cref="Said"/> gives the same
/// fields as a file row would, which is what the parser reads.
/// </summary>
public sealed class ApplicationForm
{
    private readonly Func<string, StringValues> typed;
    private readonly string author;

    internal ApplicationForm(Actor actor, Func<string, StringValues> typed) =>
        (author, MayUseBsn, TakesCalls, this.typed) = (actor.Name, Policies.May(actor.Role, Policies.UseBsn), actor.Role is Roles.Intaker or Roles.Coordinator, typed);

    /// <summary>The client-made id of this act: the same form sent twice counts once. A draft of it has the same id.</summary>
    public required Guid Act { get; init; }

    /// <summary>The version of the draft that was read, 0 when there is none.</summary>
    public int Version { get; init; }

    /// <summary>Whether this person may record a BSN.</summary>
    public bool MayUseBsn { get; }

    /// <summary>The proved address of somebody without an account; null for who signed in.</summary>
    public string? ProvenMail { get; init; }

    /// <summary>Whether this person fills in for who calls.</summary>
    public bool TakesCalls { get; }

    /// <summary>Whether the day of application is on the form: who applies for an own family does so today.</summary>
    public bool SaysDay => TakesCalls || (ProvenMail is null && this[ReceiptText.Field] is not null);

    /// <summary>The vulnerability part.</summary>
    public FactorAnswers Factors => new(typed);

    /// <summary>A fresh form, with what the system already knows filled in: what this person said the last time, never of a family.</summary>
    internal static ApplicationForm Fresh(Actor actor, ProgrammeClock clock, Draft? remembered = null) => new(actor, name => name switch
    {
        ReceiptText.Field when actor.Role is Roles.Intaker or Roles.Coordinator => Ui.Dutch.Date(clock.Today),
        "taal" => ContactCodes.Dutch,
        // Who takes calls is asked each time.
        "kanaal" => actor.Role is Roles.Intaker or Roles.Coordinator ? StringValues.Empty : ApplicationCodes.ByApplicant,
        // Who takes calls fills in for another each time.
        "aanmelder_naam" or "aanmelder_mail" or "geen_bericht" or "aanmelder_telefoon" when actor.Role is Roles.Intaker or Roles.Coordinator => StringValues.Empty,
        _ when remembered?.Fields.GetValueOrDefault(name) is { } last => new StringValues(last),
        "aanmelder" when actor.Role is Roles.Verloskundige or Roles.Jgz => actor.Role,
        "aanmelder_naam" => actor.Name,
        _ => StringValues.Empty,
    })
    { Act = clock.NewId() };

    /// <summary>A draft that is resumed.</summary>
    internal static ApplicationForm Resumed(Actor actor, Draft draft) =>
        new(actor, name => draft.Fields.TryGetValue(name, out var said) ? new StringValues(said) : StringValues.Empty) { Act = draft.Id, Version = draft.Version };

    /// <summary>A form that was sent; shown <paramref name="again"/> for another act than its own, it gets a new one.</summary>
    internal static ApplicationForm Posted(Actor actor, IFormCollection form, ProgrammeClock clock, bool again = false, int? version = null) => new(actor, name => form[name])
    {
        Act = !again && Guid.TryParse(form["act"], out var act) ? act : clock.NewId(),
        Version = again ? 0 : version ?? (int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read : 0),
    };

    /// <summary>The same form for somebody without an account: no draft, no BSN, and the address is the one that was proved (empty while it is not).</summary>
    internal static ApplicationForm AtTheDoor(AddressProof? proof, Func<string, StringValues> typed, Guid act) =>
        new((proof ?? AddressProof.None).Actor, typed) { Act = act, ProvenMail = proof?.Address ?? "" };

    /// <summary>What was typed in a field.</summary>
    public string? this[string name] => Ui.Typed.Text(typed(name));

    /// <summary>The boxes that were ticked.</summary>
    public IReadOnlyCollection<string> Ticked(string name) => [.. typed(name).OfType<string>()];

    /// <summary>A field as the parser reads it.</summary>
    public string? Said(string name, FactorList list) => name switch
    {
        "pijlers" => string.Join('+', Ticked(name)),
        "contact" or "hulpverleners_wie" or FieldReader.Confirmed => string.Join('|', Ticked(name)),
        ReceiptText.Field when !SaysDay => null,
        ReceiptText.RecordedForOther => TakesCalls ? "ja" : null,
        "kanaal" when ProvenMail is not null => ApplicationCodes.WithoutAccount,
        "aanmelder_mail" when ProvenMail is not null => ProvenMail,
        "geen_bericht" when ProvenMail is not null => null,
        "aanmelder_naam" when ProvenMail is not null => this[name],
        "beoordeeld_door" when ProvenMail is not null => this["aanmelder_naam"] ?? author,
        "kanaal" => TakesCalls ? this[name] : ApplicationCodes.ByApplicant,
        "aanmelder_naam" => this[name] ?? (TakesCalls && this["kanaal"] == ApplicationCodes.ByTelephone ? null : author),
        "beoordeeld_door" => author,
        "beoordeeld_op" => null,
        "bsn" when !MayUseBsn => null,
        _ => Factors.Said(name, list),
    };

    /// <summary>What of these fields was typed, as a draft keeps it.</summary>
    public Dictionary<string, string[]> Kept(IEnumerable<string> names) => names
        .Select(name => KeyValuePair.Create(name, Ticked(name).Select(v => v.Replace("\0", "", StringComparison.Ordinal)).Where(v => v.Length > 0).ToArray()))
        .Where(f => f.Value.Length > 0)
        .ToDictionary(StringComparer.Ordinal);
}
