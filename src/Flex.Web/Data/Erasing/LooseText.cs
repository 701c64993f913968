using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;

namespace Flex.Web.Data.Erasing;

/// <summary>What was typed of a family outside its dossier, sealed under keys of the installation: it is opened, looked at and emptied.</summary>
internal static class LooseText
{
    private const string Sealed = "select id, sealed from outgoing_mail where dossier_id is null and length(sealed) > 0";

    /// <summary>Empties drafts and messages that name the family, within the same unit of work.</summary>
    public static async Task Empty(Work work, Guid[] families, IReadOnlySet<string> names, CancellationToken stop)
    {
        var actor = work.Actor;
        work.As(Actor.System("wissen"));
        work.Add($"select {Draft.Columns} from draft where sealed is not null");
        work.Add(Sealed);
        List<Draft> drafts;
        List<(Guid Id, Message Text)> messages;
        await using (var row = await work.Read(stop))
        {
            drafts = await OpenDossier.Next(row, r => Draft.Read(r, work.Keys), stop);
            messages = await OpenDossier.Next(row, r => (r.GetGuid(0), Outbox.Open(work.Keys, null, r.GetFieldValue<byte[]>(1), r.GetGuid(0))), stop);
        }

        work.Add("update draft set sealed = null, version = version + 1 where id = any($1)", drafts.Where(d => Names(d, families, names)).Select(d => d.Id).ToArray());
        work.Add("update outgoing_mail set sealed = '', state = case when state = 'wacht' then 'gestopt' else state end where id = any($1)", messages.Where(m => names.Contains(m.Text.To)).Select(m => m.Id).ToArray());
        work.As(actor);
    }

    // A whole field that is hers, or an address of her dossier within one. Rather one draft too many than one too few.
    private static bool Names(Draft draft, Guid[] families, IReadOnlySet<string> names) => draft.Fields.SelectMany(f => f.Value.Append(f.Key)).Any(v =>
        names.Contains(v.Trim()) || families.Any(f => v.Contains(f.ToString(), StringComparison.OrdinalIgnoreCase)));
}
