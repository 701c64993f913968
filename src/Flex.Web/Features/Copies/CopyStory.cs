using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Copies;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Flex.Web.Ui.History;

namespace Flex.Web.Features.Copies;

/// <summary>What was done with a family's data and who looked, as lines of a copy; in the sentences of the history.</summary>
internal static class CopyStory
{
    // These tell of another family too: that it was looked at, and no more.
    private static readonly string[] AboutOthers = [nameof(Act.ResemblanceSettled), nameof(Act.DuplicateWaits), nameof(Act.DuplicateSettled)];

    public static async Task<IReadOnlyList<(string Section, CopyLine Line)>> Read(DossierInHand hand, CopyWords words, CancellationToken stop)
    {
        CopyJournal.Ask(hand.Work, hand.Record.Head.Id);
        await using var row = await hand.Work.Read(stop);
        var text = new HistoryText(words.Names, hand.Key, clock: hand.Work.Clock);
        var lines = new List<(string, CopyLine)>();
        while (await row.ReadAsync(stop))
        {
            var done = CopyJournal.DoneOf(row);
            lines.Add(("gedaan", Done(done, text.Of(OtherWords.Of(done, words) ? done with { Body = null } : done))));
        }

        lines.AddRange((await OpenDossier.Next(row, CopyJournal.LookOf, stop)).Select(look => (CopyTables.Looks, Look(look, words))));
        return lines;
    }

    private static CopyLine Done(HistoryLine line, TimelineItem said) => new($"gedaan:{line.Id}", "Gedaan",
        [new("wanneer", "Wanneer", null, said.When), new("wat", "Wat", null, said.What), .. said.Detail is null || AboutOthers.Contains(line.Act) ? Array.Empty<CopyValue>() : [new("meer", "Meer", null, said.Detail)]]) { Careful = Enum.TryParse<Act>(line.Act, out var act) && act is Act.SafeContactSaid or Act.GlassBroken or Act.RestrictionSet or Act.RestrictionLifted };

    private static CopyLine Look(CopyLook look, CopyWords words) => new($"inzage:{look.Role}-{look.Organisation}-{look.Day:yyyy-MM-dd}-{(look.Whole ? "dossier" : "lijst")}", "Gekeken",
    [
        new("wanneer", "Wanneer", null, Dutch.Date(look.Day)), new("wie", "Wie", null, Roles.Find(look.Role) is { } role ? $"{role.Label}, {words.Organisation(look.Organisation)}" : "Het systeem"),
        new("wat", "Wat", null, (look.Whole ? "Keek in het dossier" : "Zag het gezin in een lijst, cijfers of een brief") + (look.Times == 1 ? "" : $", {look.Times} keer")),
    ]);
}
