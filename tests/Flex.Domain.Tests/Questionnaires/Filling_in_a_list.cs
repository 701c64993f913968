using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;

namespace Flex.Domain.Tests.Questionnaires;

public sealed class Filling_in_a_list
{
    private static readonly DateOnly Today = new(2023, 5, 15);
    private static readonly Questionnaire List = new(
        "start", "2", "Bij de start",
        [
            new("werk", "Wat doet u?", [new("fulltime", "Fulltime"), new("bijstand", "Bijstand")], Invented: true),
            new("land", "Wat is uw nationaliteit?", [new("nl", "Nederlands"), new("zwijgt", "Wil ik niet zeggen")], Invented: true) { HiddenFromDeciders = true },
        ],
        "verzonnen");

    [Theory]
    [InlineData("", "")]
    [InlineData("werk=fulltime", "werk=fulltime")]
    [InlineData("werk=fulltime;land=zwijgt", "land=zwijgt;werk=fulltime")]
    [InlineData("werk= bijstand ;land=", "werk=bijstand")]
    public void Keeps_what_was_answered_and_asks_nothing_of_the_rest(string posted, string kept)
    {
        var (answers, problems) = Parse(posted);

        Assert.Empty(problems);
        Assert.Equal(kept, string.Join(';', answers!.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}")));
    }

    [Theory]
    [InlineData("werk=slapen", "werk", "hoort niet bij deze vraag")]
    [InlineData("werk=nl", "werk", "hoort niet bij deze vraag")]
    [InlineData("werk=fulltime,bijstand", "werk", "hoort niet bij deze vraag")]
    [InlineData("werk=FULLTIME", "werk", "hoort niet bij deze vraag")]
    [InlineData("werk=fulltime;zekerder=ja", "werk", "een vraag die niet in deze lijst staat")]
    public void Refuses_what_the_list_does_not_know(string posted, string field, string message)
    {
        var (answers, problems) = Parse(posted);

        Assert.Null(answers);
        var problem = Assert.Single(problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_repeat_a_number_that_may_be_a_bsn()
    {
        Assert.Null(Assert.Single(Parse("werk=999990019").Problems).Value);
    }

    [Fact]
    public void Tells_two_people_question_by_question_where_they_differ()
    {
        var told = AnswerDifference.Between(List, Answers("werk=bijstand;land=nl"), Answers("werk=fulltime"));

        Assert.Equal(
            ["Wat doet u? Bewaard is “Bijstand”, u had “Fulltime”.", "Wat is uw nationaliteit? Bewaard is “Nederlands”, u had geen antwoord."],
            told.Select(t => t.ToString()));
        Assert.Empty(AnswerDifference.Between(List, Answers("werk=bijstand"), Answers("werk=bijstand")));
    }

    private static (IReadOnlyDictionary<string, string>? Answers, IReadOnlyList<Problem> Problems) Parse(string posted)
    {
        var fields = Answers(posted);
        var read = new FieldReader(name => fields.GetValueOrDefault(name), Today);
        return (FillInText.Parse(read, List, fields.Keys), read.Problems);
    }

    private static Dictionary<string, string> Answers(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
