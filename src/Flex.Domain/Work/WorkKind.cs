namespace Flex.Domain.Work;

/// <summary>Every open state of a dossier, as a piece of work with one owner.</summary>
public enum WorkKind
{
    /// <summary>The new dossier may be of a family that has one.</summary>
    SettleResemblance,

    /// <summary>Somebody applied for a pillar and nobody decided.</summary>
    Decide,

    /// <summary>A decision otherwise than the rule waits for somebody of another organisation.</summary>
    JudgeOverride,

    /// <summary>A request for such a decision went back, because its facts changed: asked anew, or the decision stays.</summary>
    ReviewOverride,

    /// <summary>The family has not heard the outcome yet.</summary>
    TellOutcome,

    /// <summary>A reserved place is not confirmed yet.</summary>
    ConfirmPlace,

    /// <summary>An offered place waits for the family's answer.</summary>
    AnswerOffer,

    /// <summary>The family waits for a place and its own day came: does it still?</summary>
    WaitForPlace,

    /// <summary>A place of an admitted family lapsed.</summary>
    PlaceLapsed,

    /// <summary>A family with a place expects a child.</summary>
    RegisterBirth,

    /// <summary>Insurer, municipality and provider are confirmed again.</summary>
    ConfirmFacts,

    /// <summary>Something changed in them; what it means is to be judged.</summary>
    JudgeChange,

    /// <summary>Hours were given that nobody pays: somebody finds out how to go on.</summary>
    FindPayer,

    /// <summary>Who bills the own contribution is told not to.</summary>
    StopBilling,

    /// <summary>What a family paid of its own contribution is refunded.</summary>
    RefundContribution,

    /// <summary>A family says that hours are not right.</summary>
    SettleHours,

    /// <summary>A plan of hours above the programme's bound waits for somebody of another organisation.</summary>
    JudgePlan,

    /// <summary>The provider's file says other hours than stand: a person chooses.</summary>
    SettleShift,

    /// <summary>Care is over or nothing was granted: the dossier ends.</summary>
    EndDossier,

    /// <summary>A message could not be sent.</summary>
    MessageFailed,
}
