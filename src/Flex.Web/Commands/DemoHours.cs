using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Commands;

/// <summary>Lays down the hours of the reconstructed families whose care has times, through the rules and tables of the pages: who pays follows from them.</summary>
internal static class DemoHours
{
    public static readonly Actor Writer = Actor.System("reconstructie");

    /// <summary>Writes what is not there yet, a family at a time; a family whose care came in without times before keeps it so.</summary>
    public static async Task LayDown(Host host, Programme programme, DemoRows rows, TextWriter output, CancellationToken stop)
    {
        if (rows.Hours.Count == 0)
        {
            return;
        }

        var open = await SentDossier.ReadWithoutCare(host.Db, Writer, ImportedBy, rows.Hours.Keys, stop);
        foreach (var sent in open)
        {
            var family = new DemoFamily(sent.Key, rows.Hours[sent.Number], rows.CareOf(sent.Number));
            // Written down on the day after the last care, so that nothing is about a day to come.
            var db = new FlexDb(host.Installation.App, host.Installation.Keys, new ProgrammeClock(TimeProvider.System, family.LastDay.AddDays(1)));
            var contacts = await family.Write(db, programme, host.Library, stop);
            if (family.Disputed is { } dispute)
            {
                await DemoDispute.Say(db, programme, sent.Key.Dossier, (contacts[dispute.Day], dispute.Because), stop);
            }
        }

        await output.WriteLineAsync($"{DemoRows.HoursFile}: {open.Count} gezinnen met uren van tot, {rows.Hours.Count - open.Count} overgeslagen (al eerder vastgelegd).");
    }

    /// <summary>The sender under whose numbers the demonstration imports.</summary>
    public const string ImportedBy = "reconstructie";
}
