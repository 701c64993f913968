using Flex.Domain.Trust;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>What was done about who reaches a family, as sentences of a history; without its body only that it was done.</summary>
internal static class RelationHistory
{
    public static (string What, string? Detail) Of(Act act, RelationBody? body, ProgrammeNames names) =>
        body is null ? (Unread(act), null) : (Done(act, body, names.Organisation(body.Organisation) ?? body.Organisation), $"Door {body.By}.{(body.Reason is null ? "" : $" Reden: “{body.Reason}”.")}");

    private static string Done(Act act, RelationBody body, string organisation) => act switch
    {
        Act.RelationBegun => $"heeft {organisation} toegang gegeven: {RelationCodes.WordsOf(RelationCodes.Parse(body.Kind))}",
        Act.RelationEnded => $"heeft de toegang van {organisation} beëindigd",
        Act.HandoverOffered => $"heeft de overdracht aan {organisation} aangeboden",
        Act.HandoverAnswered => body.Accepted == true ? "heeft de overdracht aangenomen" : "heeft de overdracht niet aangenomen",
        _ => "heeft het dossier met de noodknop geopend",
    };

    private static string Unread(Act act) => act switch
    {
        Act.RelationBegun => "heeft iemand toegang gegeven",
        Act.RelationEnded => "heeft een toegang beëindigd",
        Act.HandoverOffered => "heeft een overdracht aangeboden",
        Act.HandoverAnswered => "heeft op een overdracht geantwoord",
        _ => "heeft het dossier met de noodknop geopend",
    };
}
