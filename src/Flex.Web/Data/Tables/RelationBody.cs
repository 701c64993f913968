namespace Flex.Web.Data.Tables;

/// <summary>The sealed body of what was done about a relation with a family; the act tells a form that was sent twice from another one.</summary>
/// <param name="Kind">A code of <see cref="Domain.Trust.RelationCodes"/>.</param>
/// <param name="Accepted">Of an answer to an offered handover; null for everything else.</param>
internal sealed record RelationBody(Guid Act, string Kind, string Organisation, string By, string? Reason, bool? Accepted = null);
