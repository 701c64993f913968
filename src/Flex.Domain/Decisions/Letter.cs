namespace Flex.Domain.Decisions;

/// <summary>A letter to a family in B1 Dutch, sentence by sentence: what was decided, why, what happens next and whom to call.</summary>
public sealed record Letter(IReadOnlyList<string> Outcome, IReadOnlyList<string> Why, IReadOnlyList<string> Next, IReadOnlyList<string> Call)
{
    /// <summary>The paragraphs with something in them, in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Paragraphs => [.. new[] { Outcome, Why, Next, Call }.Where(p => p.Count > 0)];
}
