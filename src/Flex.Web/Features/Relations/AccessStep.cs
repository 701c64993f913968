using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Relations;

/// <summary>What the casemanager does about who reaches a family, as the form said it.</summary>
/// <param name="Ends">The relation that is over; null when one begins or is offered.</param>
internal sealed record AccessStep(Act Act, RelationKind Kind, string Organisation, string Reason, RelationLine? Ends, bool ByConsent = false)
{
    /// <summary>On what an organisation is asked in; the code is that of column basis.</summary>
    public static IReadOnlyList<AnswerOption> Grounds { get; } = [new(Involved, "Rechtstreeks betrokken bij deze zorg: geen toestemming nodig"), new(Agreed, "Het gezin gaf toestemming om te delen")];

    public const string Invite = "uitnodigen";
    public const string Offer = "overdragen";
    public const string End = "beeindigen";
    private const string Involved = "betrokken";
    private const string Agreed = "toestemming";
    private const int LongestReason = 500;

    /// <summary>Reads the form; null when something is wrong, which the reader then says.</summary>
    public static AccessStep? Parse(FieldReader read, AccessDesk desk)
    {
        var reason = ReasonOf(read);
        return read.Text("stap") switch
        {
            End => desk.Lines.FirstOrDefault(l => l.Id.ToString() == read.Text("relatie") && l.Kind is not RelationKind.Intake && l.IsOpen(desk.Day)) is { } line
                ? new(Act.RelationEnded, line.Kind, line.Organisation, reason, line) : Unknown(read, "relatie", "Kies wiens toegang eindigt. Die van de intake blijft zolang het dossier er is."),
            Offer => Partner(read, desk.CanTakeOver) is { } to ? new(Act.HandoverOffered, RelationKind.Handover, to.Code, reason, null) : null,
            Invite => Partner(read, desk.CanBeInvited) is { } asked ? new(Act.RelationBegun, RelationKind.Invited, asked.Code, reason, null, Ground(read, desk, asked)) : null,
            _ => Unknown(read, "stap", "Kies wat u wilt doen."),
        };
    }

    /// <summary>Whether it was done before: a double click, or somebody else was first.</summary>
    public bool IsDone(AccessDesk desk) => Ends is null && desk.Lines.Any(l => l.Kind == Kind && l.Organisation == Organisation && l.Until is null);

    private static string ReasonOf(FieldReader read)
    {
        if (read.Text("reden") is null)
        {
            read.Wrong("reden", "Vul in waarom. Het gezin kan dit lezen.");
        }

        return read.Note("reden", LongestReason) ?? "";
    }

    private static Partner? Partner(FieldReader read, IReadOnlyList<Partner> partners)
    {
        var found = partners.FirstOrDefault(p => p.Code == read.Text("organisatie"));
        if (found is null)
        {
            read.Wrong("organisatie", "Kies een organisatie uit de lijst.");
        }

        return found;
    }

    // Who is directly involved needs no consent; everybody else is let in by the consent of the family, and goes out with it.
    private static bool Ground(FieldReader read, AccessDesk desk, Partner asked)
    {
        var byConsent = read.Code("grond", Grounds, null) == Agreed;
        if (byConsent && !desk.Consent.MayShare(asked.Code))
        {
            read.Wrong("grond", $"Het gezin gaf geen toestemming om te delen met {asked.Name}. Vraag die eerst en leg haar vast onder Toestemming.");
        }

        return byConsent;
    }

    private static AccessStep? Unknown(FieldReader read, string field, string message)
    {
        read.Wrong(field, message);
        return null;
    }
}
