using Flex.Domain.Identities;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>Who somebody is and how that was checked, in words.</summary>
internal static class IdentityWords
{
    public const string Masked = "•••••••••";

    /// <summary>"de moeder" or "kind 2".</summary>
    public static string Who(string person) => PersonId.NumberOf(person) is { } number ? $"kind {number}" : "de moeder";

    /// <summary>How somebody was checked, by whom and when; or that it is to be done, or to be done again.</summary>
    public static string Of(IdentityLines lines, string person) => lines.Check(person) is { } check ? Of(check)
        : lines.IsAgain(person) ? "Opnieuw controleren: de naam of geboortedatum is verbeterd na de laatste controle"
        : "Niet gecontroleerd";

    /// <summary>One check: how, by whom and when.</summary>
    public static string Of(IdentityCheckLine check) =>
        $"{IdentityCodes.LabelOf(IdentityCodes.Statuses, check.Status)}{Paper(check)}, op {Dutch.Date(check.CheckedOn)} door {check.CheckedBy}";

    /// <summary>That there is a BSN, or why there is none; never the number.</summary>
    public static string Number(IdentityLines lines, string person) =>
        lines.Number(person) is not null ? Masked
        : lines.Reason(person) is { } none ? $"Geen BSN: {IdentityCodes.LabelOf(IdentityCodes.NoBsnReasons, none.Reason)}"
        : "Niet vastgelegd";

    private static string Paper(IdentityCheckLine check) =>
        check.Document is { } kind ? $" ({IdentityCodes.LabelOf(IdentityCodes.Documents, kind)}, eindigt op {check.DocumentLast})" : "";
}
