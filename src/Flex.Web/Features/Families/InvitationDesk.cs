using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Families;

/// <summary>What lies before a professional who lets a family in.</summary>
public sealed record InvitationDesk(DossierRecord Record, Programme Programme, IReadOnlyList<FamilyInvitationLine> Lines, bool MayHandOver, DateTimeOffset Now, bool HasHours)
{
    public DossierHead Head => Record.Head;

    /// <summary>Why no link is made, in words; null when one may be.</summary>
    public string? NoLink => this switch
    {
        { Record.Life.End: { } end } => EndWords.Of(end),
        { Record.Life.Contact: null } => "Er is nog niet gevraagd hoe het gezin veilig te bereiken is. Tot dat gevraagd is, gaat er niets naar het gezin: geen link, geen brief en geen bericht.",
        { Record.Life.Contact: { } contact } when !contact.Means.Any(SafeContactCodes.IsWritten) => "Het gezin wil niets dat te lezen is: geen link, geen brief en geen bericht. Er kan dus geen link worden gemaakt, ook niet voor iemand anders van het gezin.",
        { Programme.Work.FamilyLinkDays: null } => "Het programma heeft nog niet bepaald hoe lang een link geldig is.",
        _ => null,
    };

    /// <summary>Whether what stands in the way is how the family can be reached, and this person may ask that.</summary>
    public required bool MayAskContact { get; init; }

    /// <summary>Whether the mother chose mail; her answer is not the partner's.</summary>
    public bool MayMail => Record.Life.Contact?.Means.Contains(SafeContactCodes.Mail) == true;

    /// <summary>The lists that can be laid before the family on one's own device.</summary>
    public IReadOnlyList<Choice> Lists => MayHandOver && Record.Life.End is null
        ? [.. Programme.Newest().Where(f => !Record.Responses.Any(r => r.Questionnaire == f.Code && r.Finished)).Select(f => new Choice(f.Code, f.Title)), .. HasHours ? [new Choice(OwnHours.Form, "De uren zorg nakijken")] : Array.Empty<Choice>()]
        : [];

    /// <summary>Whether a link or a visit can still be shut.</summary>
    public bool IsOpen(FamilyInvitationLine line) => line.Ended is null && (line.Used is { } used ? used + FamilySession.Longest > Now : line.Expires > Now && line.Tries < Domain.Families.HandedCode.MostTries);

    internal static InvitationDesk Of(DossierInHand hand, (IReadOnlyList<FamilyInvitationLine> Lines, bool Hours) read, ProgrammeLibrary library) => new(
        hand.Record, library.Programmes[hand.Record.Head.Programme], read.Lines, Policies.May(hand.Work.Actor.Role, Policies.FillIn), hand.Work.Clock.Now, read.Hours && Policies.May(hand.Work.Actor.Role, Policies.SeeHours))
    { MayAskContact = hand.Record.Life is { End: null } life && life.Contact?.Means.Any(SafeContactCodes.IsWritten) != true && Policies.May(hand.Work.Actor.Role, Policies.ConfirmFacts) };
}
