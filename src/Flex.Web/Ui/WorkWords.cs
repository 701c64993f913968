using Flex.Domain.Work;
using Flex.Web.Data;
using Flex.Web.Data.Access;

namespace Flex.Web.Ui;

/// <summary>A piece of work in words, and the page that does it.</summary>
internal static class WorkWords
{
    /// <summary>"Besluiten over pijler 2", "Gegevens bevestigen per 1 januari 2024".</summary>
    public static string What(WorkKind kind, int part) => (kind, part) switch
    {
        (WorkKind.ConfirmFacts, 0) => WorkKinds.LabelOf(kind) + " na de geboorte",
        (WorkKind.ConfirmFacts, 1) => WorkKinds.LabelOf(kind) + " na het heropenen",
        (WorkKind.ConfirmFacts, _) => $"{WorkKinds.LabelOf(kind)} per 1 januari {part}",
        (_, 0) => WorkKinds.LabelOf(kind),
        _ => $"{WorkKinds.LabelOf(kind)} (pijler {part})",
    };

    /// <summary>"Vrije plaats aanbieden (pijler 1)" for the first who waits while a place is free.</summary>
    public static string What(WorkLine line) => line.Offer ? Offer(line.Part) : What(line.Kind, line.Part);

    public static string What(OpenWorkLine line) => line.Offer ? Offer(line.Part) : What(WorkKinds.Parse(line.Kind), line.Part);

    private static string Offer(int pillar) => $"Vrije plaats aanbieden (pijler {pillar})";

    public static string What(OverrideWorkLine line) => What(line.Kind, line.Pillar);

    public static string Href(OverrideWorkLine line) => $"/werk/{(line.Kind == WorkKind.JudgePlan ? "plan" : "afwijking")}/{line.Request}";

    public static string Label(WorkCount count) => WorkKinds.LabelOf(count.Kind);

    /// <summary>Who waits in a pillar, in order.</summary>
    public static string WaitingList(int pillar, string programme) => $"/werk/wachtlijst/{pillar}?programma={Uri.EscapeDataString(programme)}";

    /// <summary>The page on which it is done; a free place is offered from the waiting list.</summary>
    public static string Href(WorkLine line) => line.Offer ? WaitingList(line.Part, line.Programme) : Href(line.Kind, line.Dossier, line.Part);

    public static string Href(WorkKind kind, Guid dossier, int part) => kind switch
    {
        WorkKind.Decide => $"/dossiers/{dossier}/besluit/{part}",
        WorkKind.TellOutcome => $"/dossiers/{dossier}/brief/{part}",
        WorkKind.ConfirmPlace or WorkKind.PlaceLapsed or WorkKind.AnswerOffer or WorkKind.WaitForPlace => $"/dossiers/{dossier}/plaats/{part}",
        WorkKind.ReviewOverride => $"/dossiers/{dossier}/afwijken/{part}",
        WorkKind.RegisterBirth => $"/dossiers/{dossier}/geboorte",
        WorkKind.ConfirmFacts or WorkKind.JudgeChange => $"/dossiers/{dossier}/gegevens",
        WorkKind.FindPayer or WorkKind.SettleHours or WorkKind.SettleShift => $"/dossiers/{dossier}/zorg",
        WorkKind.StopBilling or WorkKind.RefundContribution => $"/dossiers/{dossier}/zorg/bijdrage",
        WorkKind.EndDossier => $"/dossiers/{dossier}/einde",
        WorkKind.MessageFailed => "/beheer/post",
        WorkKind.SettleResemblance => $"/werk/lijkt-op/{dossier}",
        WorkKind.JudgeOverride or WorkKind.JudgePlan => $"/dossiers/{dossier}",
    };

    public static string Href(OpenWorkLine line, DossierHead head) => line.Offer ? WaitingList(line.Part, head.Programme) : Href(WorkKinds.Parse(line.Kind), head.Id, line.Part);

    /// <summary>
    /// From when work that has not begun counts. What came in by a file is closed a while after somebody looked at it, counted from the day on which it was read in:
    /// that says nothing in a demonstration that stands years before it.
    /// </summary>
    public static string From(OpenWorkLine line, DossierRecord record) =>
        WorkKinds.Parse(line.Kind) == WorkKind.EndDossier && record.Head.Channel == Domain.Dossiers.ApplicationCodes.ByFile && record.Life.Birth is null ? "Later" : $"Vanaf {Dutch.Date(line.Since)}";

    /// <summary>By when, seen from today: "2 dagen te laat", "vandaag", "morgen", "over 5 dagen".</summary>
    public static string Until(DateOnly until, DateOnly today) => (until.DayNumber - today.DayNumber) switch
    {
        < -1 and var late => $"{Dutch.Number(-late)} dagen te laat",
        -1 => "1 dag te laat",
        0 => "vandaag",
        1 => "morgen",
        var days => $"over {Dutch.Number(days)} dagen",
    };

    /// <summary>The role as people say it, for the owner of a piece of work.</summary>
    public static string Owner(string role) => Roles.Find(role)?.Label ?? role;

    public static string Number(WorkCount count) => UpTo(count.Number, WorkCount.Most);

    /// <summary>A number, or "meer dan 250" where counting stopped.</summary>
    public static string UpTo(int number, int most) => number > most ? $"meer dan {Dutch.Number(most)}" : Dutch.Number(number);
}
