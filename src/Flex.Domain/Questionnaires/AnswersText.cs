using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Questionnaires;

/// <summary>One filled-in questionnaire; an item without an answer is left out.</summary>
/// <param name="Answers">Answer code per item code.</param>
public sealed record AnsweredForm(string Questionnaire, string Version, DateOnly FilledOn, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Who filled it in herself, in Dutch, such as "de moeder, op het apparaat van Demo kraamverzorgende"; null when a professional did it with the family.</summary>
    public string? FilledBy { get; init; }
}

/// <summary>Turns the text of a filled-in questionnaire (a posted form or a file row) into <see cref="AnsweredForm"/>, or into everything that is wrong with it.</summary>
public static class AnswersText
{
    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static AnsweredForm? Parse(FieldReader read, IReadOnlyList<Questionnaire> known)
    {
        var filled = read.RequiredDay("ingevuld_op", future: false, "Vul in op welke dag de vragenlijst is ingevuld.");
        if (Find(read, known) is not { } form)
        {
            return null;
        }

        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in form.Items)
        {
            if (read.Code(item.Code, item.Options, whenEmpty: "") is { Length: > 0 } answer)
            {
                answers.Add(item.Code, answer);
            }
        }

        Strangers(read, form, known);
        return read.Problems.Count == 0 ? new(form.Code, form.Version, filled, answers) : null;
    }

    private static Questionnaire? Find(FieldReader read, IReadOnlyList<Questionnaire> known)
    {
        var code = read.Text("vragenlijst");
        var versions = known.Where(q => string.Equals(q.Code, code, StringComparison.OrdinalIgnoreCase)).ToList();
        var version = read.Text("versie");
        if (versions.Count == 0)
        {
            read.Wrong("vragenlijst", "Deze vragenlijst kent het programma niet. Kies uit: " + string.Join(", ", known.Select(q => q.Code).Distinct(StringComparer.Ordinal)) + ".");
            return null;
        }

        if (versions.Find(q => q.Version == version) is { } found)
        {
            return found;
        }

        read.Wrong("versie", $"Deze versie van de vragenlijst is er niet. Kies uit: {string.Join(", ", versions.Select(q => q.Version))}.");
        return null;
    }

    // An answer to a question of another list would be lost without a word.
    private static void Strangers(FieldReader read, Questionnaire form, IReadOnlyList<Questionnaire> known)
    {
        foreach (var item in known.SelectMany(q => q.Items).Select(i => i.Code).Distinct(StringComparer.Ordinal))
        {
            if (read.Text(item) is not null && !form.Items.Any(i => i.Code == item))
            {
                read.Wrong(item, $"Deze vraag hoort niet bij vragenlijst {form.Code}, versie {form.Version}. Maak het veld leeg of verbeter de vragenlijst.");
            }
        }
    }
}
