using Flex.Domain.Rights;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Journal;

namespace Flex.Web.Ui.History;

/// <summary>Sentences of the history about a copy: which parts, for whom, how it was handed over; a ground that must stay unsaid stays so.</summary>
internal static class CopyHistory
{
    public static (string What, string? Detail) Of(Act act, CopyBody? body) => body is null ? (Unread(act), null) : act switch
    {
        Act.CopyAsked => ($"heeft een verzoek om een afschrift vastgelegd: {Parts(body)}, gevraagd door {Who(body)}", null),
        Act.CopyLinesLeftOut => (Unread(act), null),
        Act.CopyReleased => ($"heeft het afschrift vrijgegeven: {Parts(body)}, voor {Who(body)}", $"{Word(CopyCodes.Ways, body.Handed)}."),
        Act.CopyRefused => ($"heeft een deel van het afschrift niet gegeven: {Parts(body)}, aan {Who(body)}", $"{Word(CopyCodes.RefusalGrounds, body.Ground)}. Uitleg: “{body.Because}”."),
        _ => ($"heeft het vrijgegeven afschrift geopend: {Parts(body)}", null),
    };

    private static string Unread(Act act) => act switch
    {
        Act.CopyAsked => "heeft een verzoek om een afschrift vastgelegd",
        Act.CopyLinesLeftOut => "heeft het afschrift nagekeken",
        Act.CopyReleased => "heeft een deel van het afschrift vrijgegeven",
        Act.CopyRefused => "heeft een deel van het afschrift niet gegeven",
        _ => "heeft het vrijgegeven afschrift geopend",
    };

    private static string Parts(CopyBody body) => Flex.Domain.Shared.Dutch.And([.. body.Parts.Select(p => Word(CopyCodes.Reviewed, p).ToLowerInvariant())]);

    private static string Who(CopyBody body) => Word(CopyCodes.Capacities, body.Capacity).ToLowerInvariant();

    private static string Word(IReadOnlyList<Domain.Programmes.AnswerOption> options, string? code) => options.FirstOrDefault(o => o.Code == code)?.Label ?? code ?? "";
}
