using Flex.Domain.Trust;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Log;

/// <summary>Which lines of the log somebody who oversees looks at.</summary>
public enum LogView
{
    /// <summary>Each employee with counts.</summary>
    Employees,

    /// <summary>Everything of one employee.</summary>
    Employee,

    /// <summary>Everything about one family.</summary>
    Family,

    /// <summary>The glass was broken.</summary>
    BreakGlass,

    /// <summary>People at work outside the hours of the office.</summary>
    OutsideHours,

    /// <summary>A dossier was read that is not the own work of the organisation.</summary>
    WithoutCaseload,

    /// <summary>Employees who saw very many families on one day.</summary>
    MassViews,

    /// <summary>Somebody looked at her own dossier, or that of a relative or colleague.</summary>
    Kin,

    /// <summary>Asked and refused.</summary>
    Refused,
}

/// <summary>The views as they stand in an address, and what each shows of the journal.</summary>
internal static class LogViews
{
    // $1 and $2 are the days, $3 and $4 the key; $5 is the employee or the family.
    private static readonly (LogView View, string Code, string? Condition)[] All =
    [
        (LogView.Employees, "medewerkers", null),
        (LogView.Employee, "medewerker", "e.actor = $5"),
        (LogView.Family, "dossier", "(e.dossier_id = $5 or e.objects @> array[$5])"),
        (LogView.BreakGlass, "noodknop", $"e.act = '{nameof(Act.GlassBroken)}'"),
        (LogView.OutsideHours, "buiten-kantoortijd", $"e.role <> 'systeem' and extract(hour from e.at at time zone 'Europe/Amsterdam') not between {LogRules.Office.From} and {LogRules.Office.Until - 1}"),
        (LogView.WithoutCaseload, "zonder-eigen-werk", $"e.act = '{nameof(Act.DossierRead)}' and e.role <> 'systeem' and not in_own_caseload(e.dossier_id, e.organisation, e.effective_day)"),
        (LogView.MassViews, "veel-gezinnen", null),
        (LogView.Kin, "eigen-familie-collega", $"e.role <> 'systeem' and e.dossier_id is not null and (e.act like '%Read' or e.act = '{nameof(Act.KinDeclared)}') and coalesce(log_kin(e.dossier_id, e.actor), '{Kinship.None}') <> '{Kinship.None}'"),
        (LogView.Refused, "geweigerd", "e.outcome = 8"),
    ];

    public static string CodeOf(LogView view) => All.Single(a => a.View == view).Code;

    public static LogView? Parse(string? code) => code is null ? LogView.Employees : All.Where(a => a.Code == code).Select(a => (LogView?)a.View).FirstOrDefault();

    /// <summary>The condition on the journal under the alias e; null where employees are counted.</summary>
    public static string? ConditionOf(LogView view) => All.Single(a => a.View == view).Condition;
}
