using Flex.Domain.Identities;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>Who somebody is and how that was checked, in words.</summary>
internal static class IdentityWords
{
    public const string Masked = "•••••••••";

    /// <summary>"de moeder" or "kind 2".</summary>
    public static string Who(string person) => PersonId.NumberOf(person) is { } number ? $"kind {number}" : "de moeder";

    /// <summary>How it was checked, by whom and when.</summary>
    public static string Of(IdentityCheckLine? check) => check is null
        ? "Niet gecontroleerd"
        : $"{IdentityCodes.LabelOf(IdentityCodes.Statuses, check.Status)}{Paper(check)}, op {Dutch.Date(check.CheckedOn)} door {check.CheckedBy}";

    /// <summary>That there is a BSN, or why there is none; never the number.</summary>
    public static string Number(IdentityLines lines, string person) =>
        lines.Number(person) is not null ? Masked
        : lines.Reason(person) is { } none ? $"Geen BSN: {IdentityCodes.LabelOf(IdentityCodes.NoBsnReasons, none.Reason)}"
        : "Niet vastgelegd";

    private static string Paper(IdentityCheckLine check) =>
        check.Document is { } kind ? $" ({IdentityCodes.LabelOf(IdentityCodes.Documents, kind)}, eindigt op {check.DocumentLast})" : "";
}
