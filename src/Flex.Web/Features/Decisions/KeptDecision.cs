using Flex.Domain.Eligibility;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>A request to decide otherwise went back; who looks again asks it anew, or leaves the decision as it is, with a reason.</summary>
internal static class KeptDecision
{
    /// <summary>What is wrong with the reason.</summary>
    public static IReadOnlyList<FieldError> Errors(DecisionForm form) => form.Reason is null
        ? [new("reden", "Vul in waarom het besluit blijft staan.")]
        : [.. form.Errors(Proposal.AskFirst).Where(e => e.Field == "reden")];

    /// <summary>Writes it. Whoever is second is refused by the database.</summary>
    public static void Add(DossierInHand hand, DecisionDesk desk, OverrideLine back, DecisionForm form)
    {
        var work = hand.Work;
        work.Journal(Act.OverrideKept, hand.Key, new OverrideKeptBody(desk.Pillar, desk.Decided!.Outcome, work.Actor.Name, form.Reason!));
        work.Add("update override_request set kept_on = $2, kept_by = $3, kept_because = $4, kept_act = $5 where id = $1",
            back.Id, desk.Facts.Facts.DecidedOn, work.Actor.Name, form.Reason, form.Act);
        OpenWork.Refresh(work, desk.Names.Programme, hand.Key.Dossier);
    }
}
