using Flex.Domain.Dossiers;

namespace Flex.Domain.Plans;

/// <summary>A goal in the family's words, with what is done for it.</summary>
/// <param name="Kind">A code of <see cref="PlanCodes.Goals"/>.</param>
/// <param name="WaitsFor">What is waited for; null unless the goal is to bridge, as <paramref name="From"/> (from whom) and <paramref name="Since"/>.</param>
public sealed record SaidGoal(string Kind, string Words, IReadOnlyList<string> Actions, string? WaitsFor, string? From, DateOnly? Since)
{
    private const int LongestAction = 200;
    private const int MostActions = 12;

    /// <summary>Reads a posted goal; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static SaidGoal? Parse(FieldReader read)
    {
        var kind = read.Code("doelsoort", PlanCodes.Goals, null);
        var words = PlanText.Required(read, "doel_woorden", "Vul het doel in, in de woorden van het gezin.");
        var bridges = kind == PlanCodes.Bridging;
        var goal = new SaidGoal(kind, words ?? "", ActionsOf(read), Of(read, "wacht_op", bridges, "Vul in op welke hulp het gezin wacht."), Of(read, "wacht_bij", bridges, "Vul in van wie die hulp komt."),
            bridges ? read.RequiredDay("wacht_sinds", future: false, "Vul in sinds welke dag het gezin wacht.") : null);
        return read.Problems.Count == 0 ? goal : null;
    }

    private static string? Of(FieldReader read, string field, bool bridges, string whenEmpty) => bridges ? read.Line(field, whenEmpty) : null;

    // One action on a line.
    private static List<string> ActionsOf(FieldReader read)
    {
        var actions = (read.Note("acties", LongestAction * MostActions) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (actions.Count > MostActions || actions.Exists(a => a.Length > LongestAction))
        {
            read.Wrong("acties", $"Schrijf ten hoogste {MostActions} acties op, elk op een eigen regel van ten hoogste {LongestAction} tekens.");
        }

        return actions;
    }
}
