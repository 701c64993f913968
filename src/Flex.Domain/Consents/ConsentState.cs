namespace Flex.Domain.Consents;

/// <summary>What holds of all answers of one family, oldest first; the newest answer to a question counts.</summary>
public sealed class ConsentState(IEnumerable<Consent> answers)
{
    private readonly Dictionary<(string, string, string?, bool), Consent> newest = answers.GroupBy(a => a.Question).ToDictionary(g => g.Key, g => g.Last());

    /// <summary>The newest answer of the mother or who speaks for her, or null when nobody answered.</summary>
    public Consent? Of(string subject, string whose, string? party = null) => newest.GetValueOrDefault((subject, whose, party, false));

    /// <summary>The newest answer of the other parent about the child, or null.</summary>
    public Consent? OfOtherParent(string subject) => newest.GetValueOrDefault((subject, ConsentWhose.Child, null, true));

    /// <summary>Whether a named party may be told more than who is directly involved.</summary>
    public bool MayShare(string party) => Of(ConsentCodes.Share, ConsentWhose.Mother, party)?.Answer == ConsentCodes.Yes;

    /// <summary>
    /// Whether data may be in the evaluation. Of a child everybody with authority said yes: the mother, and the other parent unless nobody else has authority.
    /// <paramref name="withoutAnswer"/> is the programme's word for families that nobody asked.
    /// </summary>
    public bool MayEvaluate(string whose, bool withoutAnswer)
    {
        var mother = Of(ConsentCodes.Evaluation, whose);
        var other = whose == ConsentWhose.Child ? OfOtherParent(ConsentCodes.Evaluation) : null;
        return (mother, other) switch
        {
            (null, null) => withoutAnswer,
            (_, { Answer: not ConsentCodes.Yes }) => false,
            ({ Answer: ConsentCodes.Yes }, _) => whose != ConsentWhose.Child || mother.OnlyMother == true || other is not null,
            _ => false,
        };
    }
}
