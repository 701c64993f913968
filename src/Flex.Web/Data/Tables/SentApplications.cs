namespace Flex.Web.Data.Tables;

/// <summary>What an act of applying left behind, sealed: the dossier it opened, or the row that waits for the intaker.</summary>
internal static class SentApplications
{
    // dossier, its wrapped key, journal line, sealed body, keyed hash of the BSN
    private const string Opened = """
        select k.dossier_id, k.wrapped, e.id, e.body, b.lookup from application a
        join vault.dossier_key k on k.dossier_id = a.dossier_id join journal.entry e on e.id = a.entry_id
        left join vault.bsn b on b.dossier_id = a.dossier_id and b.person = 'mother' where a.act_id = $1
        """;

    // dossier it resembles, its wrapped key, waiting row, sealed row
    private const string Waiting = "select k.dossier_id, k.wrapped, l.id, l.row from likely_duplicate l join vault.dossier_key k on k.dossier_id = l.resembles where l.sender = $1 and l.number = $2";

    /// <summary>Asks both, in this order.</summary>
    public static void Ask(Work work, string sender, Guid act) => work.Add(Opened, act).Add(Waiting, sender, act.ToString());
}
