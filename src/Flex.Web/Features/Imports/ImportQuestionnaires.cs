using Flex.Domain.Dossiers;
using Flex.Domain.Questionnaires;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>Reads filled-in questionnaires onto dossiers that the same sender applied for: one response per dossier and questionnaire.</summary>
internal sealed class ImportQuestionnaires(ImportTarget target)
{
    public const string Name = "questionnaires";
    private readonly SenderNumbers numbers = new(target, Name);
    private readonly SenderDossiers dossiers = new(target);
    private readonly StoredResponses responses = new(target);

    /// <summary>The columns for a programme: every question of its questionnaires may have one.</summary>
    public static ImportColumns Columns(Domain.Programmes.Programme programme) => new(
        ["nummer", "aanmeldnummer", "vragenlijst", "versie", "ingevuld_op"],
        [.. programme.Questionnaires.SelectMany(q => q.Items).Select(i => i.Code).Distinct(StringComparer.Ordinal)]);

    public async Task<PreparedBatch> Prepare(IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        await numbers.Look(rows, stop);
        await dossiers.Look(rows, stop);
        await responses.Look(dossiers.Found, stop);
        var (tally, stored) = (new Tally(), new List<NewResponse>());
        foreach (var row in rows)
        {
            Decide(row, tally, stored);
        }

        return tally.Prepared(stored.Count, stored.Count == 0 ? null : takeNumbers => Write(stored, takeNumbers), numbers);
    }

    private void Decide(ImportRow row, Tally tally, List<NewResponse> stored)
    {
        var content = row.Content(target.Db.Keys, target.Programme.Code);
        if (numbers.Find(row.Number) is { } known)
        {
            tally.Again(row, known, content);
            return;
        }

        var read = new FieldReader(row.Field, target.Db.Clock.Today) { NamesCodes = true };
        var dossier = dossiers.Of(row, read);
        if (AnswersText.Parse(read, target.Programme.Questionnaires) is not { } form || dossier is null)
        {
            tally.Reject(row, read.Problems);
        }
        else if (!responses.Take(dossier.Key.Dossier, form.Questionnaire))
        {
            tally.Reject(row, [new("vragenlijst", form.Questionnaire, $"Van deze aanmelding is vragenlijst {form.Questionnaire} al ingevuld, of ingelezen onder een ander nummer. Haal deze rij weg of verbeter het aanmeldnummer.")]);
        }
        else
        {
            var response = new NewResponse(target.Db.Clock.NewId(), target.Db.Clock.NewId(), dossier.Key, form);
            stored.Add(response);
            numbers.Take(row, content, dossier.Key.Dossier, response.EntryId);
        }
    }

    private async Task Write(List<NewResponse> stored, Action<Data.Work> takeNumbers)
    {
        await using var work = await target.Begin();
        JournalLines.Add(work, [.. stored.Select(r => work.Line(Act.AnswersStored, r.EntryId, r.Key, r.Form, r.Form.FilledOn))]);
        NewResponse.Add(work, target.Programme, stored);
        takeNumbers(work);
        await work.Save();
    }
}
