using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Copies;
using Flex.Web.Ui;

namespace Flex.Web.Features.Copies;

/// <summary>The requests for a copy of one dossier, and what whoever looks may do with them.</summary>
public sealed record CopyDesk(DossierRecord Record, IReadOnlyList<CopyRequest> Requests, string Role)
{
    internal const string Purpose = "afschrift voor het gezin";

    public DossierHead Head => Record.Head;

    public bool MayAsk => Policies.May(Role, Policies.KeepRights);

    /// <summary>Whether this person reviews a part: who decides about a place does not read what was answered in questionnaires.</summary>
    public bool Reviews(CopyPart part) => part.Part == CopyCodes.Answers == (Role == Roles.Kraamverzorgende);

    public SafeContact? Contact => Record.Life.Contact is { } said ? new(said.Means, said.AtMoment, said.ReadsAlong) : null;

    /// <summary>How a copy may be handed over without telling on this family.</summary>
    public IReadOnlyList<AnswerOption> Ways => CopyCodes.WaysFor(Contact);

    public string AddressOf(CopyPart part) => $"/dossiers/{Head.Id}/afschrift/{part.Id}";

    /// <summary>A part by the code in its address, with its request; null when it is not there for this person.</summary>
    public (CopyRequest Request, CopyPart Part)? Find(string code) => Guid.TryParse(code, out var id)
        && Requests.SelectMany(r => r.Parts.Select(p => (Request: r, Part: p))).FirstOrDefault(f => f.Part.Id == id && Reviews(f.Part)) is { Part: not null } found ? found : null;

    /// <summary>Opens the dossier for this step; null when it is not there for this person.</summary>
    internal static async Task<(DossierInHand Hand, CopyDesk Desk, TypedFields Typed)?> Open(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = HttpMethods.IsPost(http.Request.Method) ? TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock) : TypedFields.Fresh(db.Clock);
        return await OpenDossier.ToReview(db, http.Actor(), Purpose, id, stop) is not { } hand ? null
            : (hand, new(hand.Record, await CopyRequest.Of(hand, stop), hand.Work.Actor.Role), typed);
    }
}
