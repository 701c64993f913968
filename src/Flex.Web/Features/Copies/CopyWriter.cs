using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Copies;

/// <summary>Makes one part of a copy from what is stored, with everything that can be left out still in it.</summary>
internal static class CopyWriter
{
    public static async Task<DossierCopy> Whole(DossierInHand hand, CopyRequest request, string part, ProgrammeLibrary library, CancellationToken stop)
    {
        var head = hand.Record.Head;
        var words = new CopyWords(new ProgrammeNames(library.Programmes[head.Programme], library.National) { Shields = head.Shield is not null }, library.National, hand.Key, request.Capacity);
        var lines = await CopyRows.Read(hand, part, words, stop);
        IEnumerable<(string Section, CopyLine Line)> more = part == CopyCodes.Mother ? [.. CopyExplanation.Of(hand.Record, words), .. await CopyStory.Read(hand, words, stop)] : [];
        var all = lines.Concat(more).ToLookup(l => l.Section, l => l.Line, StringComparer.Ordinal);
        return new(DossierCopy.FormName, part, head.Number, words.Names.Programme.Name, DossierFacts.DayOf(hand.Record, hand.Work.Clock), new(request.AskedBy, request.Capacity),
            [.. CopyTables.Sections.Where(s => all[s.Code].Any()).Select(s => new CopySection(s.Code, s.Title, [.. all[s.Code]]))], []);
    }

    /// <summary>The copy as it is given: without the lines that are left out, and with what may be said of that.</summary>
    public static DossierCopy Given(DossierCopy whole, IReadOnlyDictionary<string, OmittedLine> leftOut) => whole with
    {
        Sections = [.. whole.Sections.Select(s => s with { Lines = [.. s.Lines.Where(l => !leftOut.ContainsKey(l.Id))] }).Where(s => s.Lines.Count > 0)],
        LeftOut = [.. whole.Sections.SelectMany(s => s.Lines).Select(l => leftOut.GetValueOrDefault(l.Id)?.Ground).OfType<string>().Where(g => g != CopyCodes.Unnamed)
            .GroupBy(g => g, StringComparer.Ordinal).Select(g => $"{(g.Count() == 1 ? "1 regel" : $"{g.Count()} regels")}: {CopyCodes.OmissionGrounds.First(o => o.Code == g.Key).Label.ToLowerInvariant()}.")],
    };

    /// <summary>What was reviewed, as a short mark: when it is another at the release, somebody added something. Without who looked: reviewing is a look too.</summary>
    public static string VersionOf(DossierCopy copy) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(copy.Sections.Where(s => s.Code != CopyTables.Looks))))[..16];
}
