using Flex.Domain.Consents;
using Npgsql;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>One answer to one question for consent, about to be written; what follows from it (who counts, who is let in) follows in the database.</summary>
internal sealed record NewConsent(Guid Act, Guid Dossier, Consent Said)
{
    public void Add(Work work) => work.Add(
        """
        insert into consent (id, dossier_id, subject, whose, party, answer, text_version, language, capacity, giver, channel, interpreter, said_on, only_mother, said_by, act_id, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """,
        work.Clock.NewId(), Dossier, Said.Subject, Said.Whose, Text(Said.Party), Said.Answer, Said.Version, Said.Language, Said.Capacity, Text(Said.Name), Said.Channel, Said.Interpreter,
        Said.SaidOn, Work.Optional(Said.OnlyMother, NpgsqlDbType.Boolean), work.Actor.Name, Act, work.EntryId);

    private static NpgsqlParameter Text(string? text) => Work.Optional(text, NpgsqlDbType.Text);
}
