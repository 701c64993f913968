using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Questionnaires;

/// <summary>Turns a posted questionnaire into answer codes per item, or into what is wrong with it in Dutch. No question has to be answered: a list may be kept half filled in.</summary>
public static class FillInText
{
    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    /// <param name="posted">The names of all fields that came with the form, apart from the form's own.</param>
    public static IReadOnlyDictionary<string, string>? Parse(FieldReader read, Questionnaire form, IEnumerable<string> posted)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in form.Items.Where(i => read.Text(i.Code) is not null))
        {
            if (item.Options.FirstOrDefault(o => o.Code == read.Text(item.Code)) is { } option)
            {
                answers.Add(item.Code, option.Code);
            }
            else
            {
                read.Wrong(item.Code, "Dit antwoord hoort niet bij deze vraag. Kies een van de antwoorden hieronder, of laat de vraag open.");
            }
        }

        // An answer to a question of another list would be lost without a word.
        if (posted.Except(form.Items.Select(i => i.Code), StringComparer.Ordinal).Any())
        {
            read.Wrong(form.Items[0].Code, "Er kwam een antwoord mee op een vraag die niet in deze lijst staat. Er is niets bewaard; kijk de antwoorden hieronder na en verstuur ze opnieuw.", repeat: false);
        }

        return read.Problems.Count == 0 ? answers : null;
    }
}
