using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Log;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Oversight;

/// <summary>One line of the log as who oversees reads it.</summary>
public sealed record OversightRow(string When, string Who, string Account, string Where, string What, string About, string Right);

/// <summary>The log in words, and its views as links.</summary>
internal sealed class OversightWords(ProgrammeLibrary library)
{
    public static IReadOnlyList<(LogView View, string Label)> Views { get; } =
    [
        (LogView.Employees, "Per medewerker"), (LogView.BreakGlass, "Noodknop"), (LogView.OutsideHours, "Buiten kantoortijd"), (LogView.WithoutCaseload, "Zonder eigen werk"),
        (LogView.MassViews, "Veel gezinnen"), (LogView.Kin, "Eigen dossier, familie, collega"), (LogView.Refused, "Geweigerd"),
    ];

    /// <summary>A view in an address.</summary>
    public static string Query(LogView view, LogPeriod period, string? about) =>
        $"soort={LogViews.CodeOf(view)}&van={Dutch.Date(period.From)}&tot={Dutch.Date(period.Until)}{(about is null ? "" : "&wie=" + Uri.EscapeDataString(about))}";

    public OversightRow Of(OverseenLine line) => new(
        Dutch.Moment(ProgrammeClock.InAmsterdam(line.At)), line.Context?.Name ?? line.Actor, line.Actor,
        $"{Roles.Find(line.Role)?.Label ?? line.Role}, {Organisation(line.Organisation)}{(line.Context?.Address is { } from ? $", {from}" : "")}",
        $"{(line.Refused ? "Geweigerd: " : "")}{(Enum.TryParse<Act>(line.Act, out var act) ? $"{Kind(ActKinds.ClassOf(act))} ({line.Act})" : line.Act)}. {Flex.Domain.Shared.Dutch.Sentence(line.Purpose)}.",
        line.Number is { } number ? $"dossier {number}{(line.Kin is { } kin ? $": {Kinship.WordsOf(kin)}" : "")}" : line.Families > 0 ? $"{line.Families} gezinnen" : "geen gezin",
        line.Context?.Relations is { Count: > 0 } relations ? $"{string.Join(", ", relations)}; beleid {line.Context.Policy}" : line.Unreadable ? "niet te lezen: deze regel is veranderd, controleer het journaal" : line.Context is null ? "niet vastgelegd" : $"rol; beleid {line.Context.Policy}");

    private static string Kind(EventClass of) => of switch
    {
        EventClass.Create => "aanmaken",
        EventClass.Read => "lezen",
        EventClass.Query => "lijst of zoeken",
        EventClass.Update => "wijzigen",
        EventClass.Export => "uitgifte",
        EventClass.Authorisation => "toegang en sessie",
        EventClass.Emergency => "noodknop",
        EventClass.Log => "toezicht en log",
        EventClass.Refusal => "poging",
        EventClass.Programme => "programma",
    };

    /// <summary>An organisation as people call it.</summary>
    public string Organisation(string code) => library.Programmes.Values.SelectMany(p => p.Partners).FirstOrDefault(p => p.Code == code)?.Name ?? code;
}
