namespace Flex.Domain.Work;

/// <summary>The stored codes of the kinds of work, who owns them and what they ask, in words.</summary>
public static class WorkKinds
{
    /// <summary>The stored code, as the database function open_work writes it.</summary>
    public static string CodeOf(WorkKind kind) => kind switch
    {
        WorkKind.SettleResemblance => "dubbel-beoordelen",
        WorkKind.Decide => "besluiten",
        WorkKind.JudgeOverride => "afwijking-beoordelen",
        WorkKind.ReviewOverride => "afwijking-herzien",
        WorkKind.TellOutcome => "uitslag-vertellen",
        WorkKind.ConfirmPlace => "plaats-bevestigen",
        WorkKind.AnswerOffer => "aanbod-beantwoorden",
        WorkKind.WaitForPlace => "wachtlijst",
        WorkKind.PlaceLapsed => "plaats-vervallen",
        WorkKind.RegisterBirth => "geboorte-registreren",
        WorkKind.ConfirmFacts => "gegevens-bevestigen",
        WorkKind.JudgeChange => "wijziging-beoordelen",
        WorkKind.FindPayer => "niet-te-bekostigen",
        WorkKind.StopBilling => "bijdrage-niet-innen",
        WorkKind.RefundContribution => "bijdrage-terugbetalen",
        WorkKind.SettleHours => "uren-betwist",
        WorkKind.JudgePlan => "plan-beoordelen",
        WorkKind.SettleShift => "verschil-in-uren",
        WorkKind.EndDossier => "afsluiten",
        WorkKind.MessageFailed => "bericht-mislukt",
    };

    /// <summary>The kind with this code; throws for a code that was never stored.</summary>
    public static WorkKind Parse(string code) => Enum.GetValues<WorkKind>().Single(k => CodeOf(k) == code);

    /// <summary>The one role that owns this work.</summary>
    public static string OwnerOf(WorkKind kind) => kind switch
    {
        WorkKind.SettleResemblance or WorkKind.Decide or WorkKind.ReviewOverride or WorkKind.TellOutcome or WorkKind.AnswerOffer or WorkKind.ConfirmFacts or WorkKind.MessageFailed => "intaker",
        WorkKind.ConfirmPlace or WorkKind.WaitForPlace or WorkKind.PlaceLapsed or WorkKind.JudgeChange or WorkKind.FindPayer or WorkKind.StopBilling or WorkKind.RefundContribution or WorkKind.SettleHours or WorkKind.SettleShift or WorkKind.EndDossier => "coordinator",
        WorkKind.RegisterBirth => "kraamverzorgende",
        WorkKind.JudgeOverride or WorkKind.JudgePlan => "programmabureau",
    };

    /// <summary>What it asks of its owner, in a few words.</summary>
    public static string LabelOf(WorkKind kind) => kind switch
    {
        WorkKind.SettleResemblance => "Beoordelen of dit gezin er al is",
        WorkKind.Decide => "Besluiten",
        WorkKind.JudgeOverride => "Afwijkend besluit beoordelen",
        WorkKind.ReviewOverride => "Verzoek om af te wijken kwam terug",
        WorkKind.TellOutcome => "Uitslag vertellen",
        WorkKind.ConfirmPlace => "Plaats bevestigen",
        WorkKind.AnswerOffer => "Antwoord op het aanbod vastleggen",
        WorkKind.WaitForPlace => "Wacht op een plaats: vragen of dat nog zo is",
        WorkKind.PlaceLapsed => "Plaats vervallen: beslissen hoe verder",
        WorkKind.RegisterBirth => "Geboorte vastleggen",
        WorkKind.ConfirmFacts => "Gegevens bevestigen",
        WorkKind.JudgeChange => "Wijziging beoordelen",
        WorkKind.FindPayer => "Uren die niemand betaalt: uitzoeken hoe verder",
        WorkKind.StopBilling => "Laten weten dat er geen eigen bijdrage wordt geïnd",
        WorkKind.RefundContribution => "Eigen bijdrage laten terugbetalen",
        WorkKind.SettleHours => "Uren die volgens het gezin niet kloppen",
        WorkKind.JudgePlan => "Plan van uren beoordelen",
        WorkKind.SettleShift => "Verschil in uren: kiezen wat geldt",
        WorkKind.EndDossier => "Dossier afsluiten",
        WorkKind.MessageFailed => "Bericht niet verstuurd",
    };
}
