using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Tables;

/// <summary>Answers that a professional saves with a family, to go on later or to finish the list.</summary>
/// <param name="Was">The list as it was read, or null when nobody began it.</param>
internal sealed record SavedAnswers(StoredForm? Was, AnsweredForm Form, bool Finished, Guid ActId)
{
    /// <summary>The visit in which the family filled it in; null when a professional did it with her.</summary>
    public Guid? Visit { get; init; }

    /// <summary>Writes the answers and sends them; false when somebody saved or finished the list since it was read: nothing may then be saved.</summary>
    public async Task<bool> Send(Work work, DossierKey key, Programme programme)
    {
        var id = Was?.Id ?? work.Clock.NewId();
        work.Journal(Finished ? Act.AnswersStored : Act.AnswersSaved, key, Form, Form.FilledOn);
        if (Was is null)
        {
            work.Add("insert into response (id, dossier_id, questionnaire, version, filled_on, state, act_id, entry_id, visit_id) values ($1, $2, $3, $4, $5, 'bezig', $6, $7, $8)",
                id, key.Dossier, Form.Questionnaire, Form.Version, Form.FilledOn, ActId, work.EntryId, InVisit);
        }

        var answers = Form.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).ToList();
        work.Add("""
            insert into answer (response_id, item, answer, hidden) select $1, i, a, h from unnest($2, $3, $4) x(i, a, h)
            on conflict (response_id, item) do update set answer = excluded.answer where answer.answer <> excluded.answer
            """, id, Column.Text(answers, a => a.Key), Column.Text(answers, a => a.Value), Column.Bool(answers, a => programme.IsHiddenFromDeciders(Form.Questionnaire, a.Key)));
        work.Add("update answer set answer = '' where response_id = $1 and answer <> '' and item <> all($2)", id, Column.Text(answers, a => a.Key));
        work.Add("update response set state = $2, filled_on = $3, act_id = $4, saved_by = $5, saved_at = $6, entry_id = $7, visit_id = $9 where id = $1 and entry_id = $8 and state = 'bezig' returning id",
            id, Finished ? "klaar" : "bezig", Form.FilledOn, ActId, work.Actor.Name, work.Clock.Now, work.EntryId, Was?.EntryId ?? work.EntryId, InVisit);
        OpenWork.Refresh(work, programme, key.Dossier);
        try
        {
            await using var reader = await work.Read(CancellationToken.None);
            return await reader.ReadAsync(CancellationToken.None);
        }
        catch (PostgresException finished) when (Was is not null && finished.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Finished by somebody else a moment ago: nobody adds an answer to a finished list.
            return false;
        }
    }

    private NpgsqlParameter InVisit => Work.Optional(Visit, NpgsqlTypes.NpgsqlDbType.Uuid);
}
