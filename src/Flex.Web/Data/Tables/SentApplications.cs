namespace Flex.Web.Data.Tables;

/// <summary>What an act of applying left behind, sealed.</summary>
internal static class SentApplications
{
    // dossier, its wrapped key, journal line, sealed body, keyed hash of the BSN
    private const string Opened = """
        select k.dossier_id, k.wrapped, e.id, e.body, b.lookup from application a
        join vault.dossier_key k on k.dossier_id = a.dossier_id join journal.entry e on e.id = a.entry_id
        left join vault.bsn b on b.dossier_id = a.dossier_id and b.person = 'mother' where a.act_id = $1
        """;

    public static void Ask(Work work, Guid act) => work.Add(Opened, act);
}
