using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>One filled-in questionnaire that is about to be written.</summary>
internal sealed record NewResponse(Guid Id, Guid EntryId, DossierKey Key, AnsweredForm Form)
{
    public static void Add(Work work, Programme programme, IReadOnlyList<NewResponse> rows)
    {
        work.Add("insert into response (id, dossier_id, questionnaire, version, filled_on, entry_id) select * from unnest($1, $2, $3, $4, $5, $6)",
            Column.Uuid(rows, r => r.Id), Column.Uuid(rows, r => r.Key.Dossier), Column.Text(rows, r => r.Form.Questionnaire), Column.Text(rows, r => r.Form.Version),
            Column.Day(rows, r => r.Form.FilledOn), Column.Uuid(rows, r => r.EntryId));
        var answers = rows.SelectMany(r => r.Form.Answers.Select(a => (Response: r.Id, Item: a.Key, Answer: a.Value, Hidden: programme.IsHiddenFromDeciders(r.Form.Questionnaire, a.Key)))).ToList();
        work.Add("insert into answer (response_id, item, answer, hidden) select * from unnest($1, $2, $3, $4)",
            Column.Uuid(answers, a => a.Response), Column.Text(answers, a => a.Item), Column.Text(answers, a => a.Answer), Column.Bool(answers, a => a.Hidden));
    }
}
