using Flex.Domain.Eligibility;

namespace Flex.Web.Ui;

/// <summary>The answer to a condition as a status in words.</summary>
internal static class AnswerText
{
    public static string Of(Answer answer) => answer switch
    {
        Answer.Met => "voldoet",
        Answer.NotMet => "voldoet niet",
        Answer.Unknown => "onbekend, vraag na",
    };

    public static Tone ToneOf(Answer answer) => answer switch
    {
        Answer.Met => Tone.Ok,
        Answer.NotMet => Tone.Error,
        Answer.Unknown => Tone.Warning,
    };
}
