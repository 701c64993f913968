using System.Text.Json;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Mail;

/// <summary>
/// Messages wait in the same transaction as the act they tell of: what is not saved is not sent, what is saved is not forgotten.
/// Sealed under the dossier's key, or under one of the installation when there is no dossier.
/// </summary>
internal static class Outbox
{
    /// <summary>Lets a message wait; answers its id.</summary>
    public static Guid Queue(Work work, string audience, Message message, DossierKey? key = null)
    {
        var id = work.Clock.NewId();
        work.Add("insert into outgoing_mail (id, dossier_id, audience, sealed, queued_at, try_after) values ($1, $2, $3, $4, $5, $5)",
            id, Work.Optional(key?.Dossier, NpgsqlDbType.Uuid), audience, Close(work.Keys, key, message, id), work.Clock.Now);
        return id;
    }

    /// <summary>Stops what waits for a family that does not want mail any more.</summary>
    public static void StopForFamily(Work work, Guid dossier) => work.Add(
        "update outgoing_mail set state = 'gestopt', problem = 'het gezin wil geen mail' where dossier_id = $1 and audience = $2 and state in ('wacht', 'mislukt')", dossier, Audience.Family);

    internal static byte[] Close(KeyRing keys, DossierKey? key, Message message, Guid id) =>
        key?.Close(message, id) ?? keys.Close(SealUse.Messages, JsonSerializer.SerializeToUtf8Bytes(message, JournalJson.Options), id);

    internal static Message Open(KeyRing keys, DossierKey? key, byte[] sealedBytes, Guid id) =>
        key?.Open<Message>(sealedBytes, id) ?? JsonSerializer.Deserialize<Message>(keys.Open(SealUse.Messages, sealedBytes, id), JournalJson.Options)!;
}
