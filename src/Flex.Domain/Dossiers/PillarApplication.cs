using Flex.Domain.Programmes;

namespace Flex.Domain.Dossiers;

/// <summary>An application for one more pillar, of a family that is known: what she asks, what it is for and who agreed.</summary>
/// <param name="Question">The support question in the family's words.</param>
/// <param name="Goal">A code of <see cref="PillarGoals.All"/>.</param>
/// <param name="BridgeTo">The help to which care is a bridge, or null when it is none.</param>
/// <param name="AgreedBy">A code of <see cref="AgreementCodes.Agreed"/>.</param>
/// <param name="Applicant">A code of <see cref="ApplicationCodes.Applicants"/>.</param>
public sealed record PillarApplication(int Pillar, string Question, string Goal, string? BridgeTo, string AgreedBy, string Applicant)
{
    /// <summary>How it came in: a code of <see cref="ApplicationCodes.SignedInChannels"/>.</summary>
    public string Channel { get; init; } = ApplicationCodes.ByApplicant;

    /// <summary>Who applies for this pillar, which need not be who applied for the family.</summary>
    public ApplicantPerson? Person { get; init; }
}

/// <summary>What care of a further pillar is for.</summary>
public static class PillarGoals
{
    /// <summary>The goals; the last two name what care is a bridge to.</summary>
    public static IReadOnlyList<AnswerOption> All { get; } =
        [new("zelfredzaamheid", "Het gezin zelf verder laten komen"), new("overbruggen", "De tijd overbruggen tot andere hulp begint"), new("beide", "Beide")];

    /// <summary>Whether this goal needs the help to which care is a bridge.</summary>
    public static bool IsBridge(string goal) => goal is "overbruggen" or "beide";
}

/// <summary>Reads the five answers of such an application, and who gives them.</summary>
public static class PillarApplicationText
{
    private const int LongestQuestion = 2000;
    private const int LongestBridge = 200;

    /// <summary>The application, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static PillarApplication? Parse(FieldReader read, int pillar)
    {
        var question = read.Note("vraag", LongestQuestion);
        Hold(read, read.Text("vraag") is not null, "vraag", "Vul in waarbij het gezin hulp vraagt.");
        var goal = Choice(read, "doel", PillarGoals.All, "Kies waarvoor de zorg is.");
        var bridge = read.Short("overbruggen_naar", LongestBridge);
        Hold(read, bridge is not null || !PillarGoals.IsBridge(goal), "overbruggen_naar", "Vul in welke hulp daarna komt.");
        var agreed = Choice(read, "akkoord", AgreementCodes.Agreed, "Zonder akkoord kunt u niet aanmelden. Kies wie akkoord is.");
        var applicant = Choice(read, "aanmelder", ApplicationCodes.Applicants, "Kies wie het gezin aanmeldt.");
        var channel = Choice(read, "kanaal", ApplicationCodes.SignedInChannels, "Kies hoe deze aanmelding binnenkomt.");
        var person = AgreementText.Applicant(read);
        return read.Problems.Count == 0 ? new(pillar, question!, goal, PillarGoals.IsBridge(goal) ? bridge : null, agreed, applicant) { Channel = channel, Person = person } : null;
    }

    private static string Choice(FieldReader read, string field, IReadOnlyList<AnswerOption> options, string whenEmpty)
    {
        Hold(read, read.Text(field) is not null, field, whenEmpty);
        return read.Text(field) is null ? "" : read.Code(field, options, whenEmpty: null);
    }

    private static void Hold(FieldReader read, bool holds, string field, string message)
    {
        if (!holds)
        {
            read.Wrong(field, message);
        }
    }
}
