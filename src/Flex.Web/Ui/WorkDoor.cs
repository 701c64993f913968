using Flex.Domain.Work;
using Flex.Web.Data;
using Flex.Web.Data.Access;

namespace Flex.Web.Ui;

/// <summary>Who may do a piece of work, its owner and who stands in: a link is shown to nobody else.</summary>
internal static class WorkDoor
{
    public static bool Opens(string role, OpenWorkLine line) => Opens(role, WorkKinds.Parse(line.Kind));

    /// <summary>Whether a first decision is this role's own work.</summary>
    public static bool Decides(string role) => WorkKinds.OwnerOf(WorkKind.Decide) == role;

    /// <summary>Whether it is this role's own work to confirm, offer and take back places.</summary>
    public static bool KeepsPlaces(string role) => WorkKinds.OwnerOf(WorkKind.ConfirmPlace) == role;

    /// <summary>Whether it is this role's own work to hear what a family says of an offered place.</summary>
    public static bool HearsAnswers(string role) => WorkKinds.OwnerOf(WorkKind.AnswerOffer) == role;

    /// <summary>Whether it is this role's own work to register a birth.</summary>
    public static bool RegistersBirths(string role) => WorkKinds.OwnerOf(WorkKind.RegisterBirth) == role;

    internal static bool Opens(string role, WorkKind kind) => Policies.May(role, PolicyOf(kind));

    private static string PolicyOf(WorkKind kind) => kind switch
    {
        WorkKind.SettleResemblance or WorkKind.Decide or WorkKind.ReviewOverride or WorkKind.TellOutcome or WorkKind.MessageFailed
            or WorkKind.ConfirmPlace or WorkKind.AnswerOffer or WorkKind.WaitForPlace or WorkKind.PlaceLapsed => Policies.Decide,
        WorkKind.RegisterBirth => Policies.RegisterBirth,
        WorkKind.ConfirmFacts => Policies.ConfirmFacts,
        WorkKind.JudgeChange => Policies.JudgeChange,
        WorkKind.FindPayer => Policies.SeeHours,
        WorkKind.StopBilling or WorkKind.RefundContribution => Policies.Indicate,
        WorkKind.SettleHours or WorkKind.SettleShift => Policies.SettleHours,
        WorkKind.EndDossier => Policies.EndDossier,
        WorkKind.JudgeOverride or WorkKind.JudgePlan => Policies.JudgeOverride,
    };
}
