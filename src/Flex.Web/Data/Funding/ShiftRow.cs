using Flex.Domain.CareHours;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Funding;

/// <summary>What a line of the provider's file said of a shift; codes of <see cref="ShiftCodes"/>.</summary>
public sealed record ShiftRow(
    Guid Id, string Sender, string Number, Guid ContactId, DateTimeOffset Began, int Quarters, string Setting, string Caregiver, string Outcome,
    DateOnly SaidOn, string SaidBy, DateOnly? SettledOn, string? SettledBy, string? SettledAs, string? SettledBecause, Guid? SettledEntry)
{
    /// <summary>Whether a person still chooses what holds.</summary>
    public bool IsOpen => Outcome == ShiftCodes.Different && SettledOn is null;

    /// <summary>"14-05-2023 9:00 tot 12:30".</summary>
    public string When => ContactWords.When(From, From.Plus(Quarters));

    /// <summary>The quarter in which it begins.</summary>
    public QuarterHour From => QuarterHour.Holding(Began);
}
