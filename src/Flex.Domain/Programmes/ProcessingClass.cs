namespace Flex.Domain.Programmes;

/// <summary>One class of personal data as the register of processing tells it (AVG article 30); the texts are Dutch and shown as they are.</summary>
/// <param name="Tables">The tables that hold it, with their schema.</param>
/// <param name="Recipients">Roles of partners that receive it; empty when nobody outside does.</param>
/// <param name="Controllers">Roles of partners that decide about it.</param>
/// <param name="Kept">How it is protected, and what of the norm the product does not do yet.</param>
public sealed record ProcessingClass(
    string Code, string Name, IReadOnlyList<string> Tables, string Purpose, string Ground,
    IReadOnlyList<string> Recipients, IReadOnlyList<string> Controllers, string Retention, string Kept);
