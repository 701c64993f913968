using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
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
        (author, MayUseBsn, this.typed) = (actor.Name, Policies.May(actor.Role, Policies.UseBsn), typed);

    /// <summary>The client-made id of this act: the same form sent twice counts once.</summary>
    public required Guid Act { get; init; }

    /// <summary>Whether this person may record a BSN.</summary>
    public bool MayUseBsn { get; }

    /// <summary>The vulnerability part.</summary>
    public FactorAnswers Factors => new(typed);

    /// <summary>A fresh form, with what the system already knows filled in.</summary>
    internal static ApplicationForm Fresh(Actor actor, ProgrammeClock clock) => new(actor, name => name switch
    {
        "ontvangen_op" => Ui.Dutch.Date(clock.Today),
        "aanmelder" when actor.Role is Roles.Verloskundige or Roles.Jgz => actor.Role,
        _ => StringValues.Empty,
    })
    { Act = clock.NewId() };

    /// <summary>A form that was sent; shown <paramref name="again"/> for another act than its own, it gets a new one.</summary>
    internal static ApplicationForm Posted(Actor actor, IFormCollection form, ProgrammeClock clock, bool again = false) =>
        new(actor, name => form[name]) { Act = !again && Guid.TryParse(form["act"], out var act) ? act : clock.NewId() };

    /// <summary>What was typed in a field.</summary>
    public string? this[string name] => Ui.Typed.Text(typed(name));

    /// <summary>The boxes that were ticked.</summary>
    public IReadOnlyCollection<string> Ticked(string name) => [.. typed(name).OfType<string>()];

    /// <summary>A field as the parser reads it.</summary>
    public string? Said(string name, FactorList list) => name switch
    {
        "pijlers" => string.Join('+', Ticked(name)),
        "beoordeeld_door" => author,
        "beoordeeld_op" => null,
        "bsn" when !MayUseBsn => null,
        _ => Factors.Said(name, list),
    };

    /// <summary>Everything that was said, by column, as a file row would carry it.</summary>
    public Dictionary<string, string> Row(FactorList list) => ApplicationFields.Names(list)
        .Select(name => KeyValuePair.Create(name, Said(name, list)?.Trim() ?? ""))
        .Where(f => f.Value.Length > 0)
        .ToDictionary(StringComparer.Ordinal);
}
