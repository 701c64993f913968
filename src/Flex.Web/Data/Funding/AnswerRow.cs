namespace Flex.Web.Data.Funding;

/// <summary>What the family said of a contact, and how a dispute was settled; codes of <see cref="Domain.CareHours.DisputeCodes"/>.</summary>
public sealed record AnswerRow(
    Guid Id, Guid ContactId, bool Agrees, string? Because, DateOnly SaidOn, string SaidBy, DateOnly? SettledOn, string? SettledBy, string? SettledAs, string? SettledBecause, Guid? SettledEntry)
{
    /// <summary>Whether nothing can be claimed of the contact yet.</summary>
    public bool IsOpen => !Agrees && SettledOn is null;
}
