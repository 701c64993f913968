using Xunit;

namespace Flex.Domain.Tests.Funding;

/// <summary>The table of cases that was written apart from the payer, by somebody who had not seen it (README.md beside it).</summary>
public sealed class The_table_of_cases
{
    public static TheoryData<string> Firm => Ids(c => c.Question is null);

    public static TheoryData<string> Followed => Ids(c => c.Question is not null && !CaseAlternatives.Otherwise.ContainsKey(c.Id) && !CaseAlternatives.Refused.Contains(c.Id));

    public static TheoryData<string> Otherwise => Ids(c => CaseAlternatives.Otherwise.ContainsKey(c.Id));

    public static TheoryData<string> Refused => Ids(c => CaseAlternatives.Refused.Contains(c.Id));

    [Theory]
    [MemberData(nameof(Firm))]
    public void Is_decided_as_written(string id) => Assert.Empty(CaseAnswers.Wrong(PayerCase.All[id]));

    [Theory]
    [MemberData(nameof(Followed))]
    public void Is_decided_as_it_reads_what_the_issue_leaves_open(string id) => Assert.Empty(CaseAnswers.Wrong(PayerCase.All[id]));

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void Is_decided_otherwise_where_that_was_chosen_and_no_further(string id) => Assert.Equal(CaseAlternatives.Otherwise[id], CaseAnswers.Wrong(PayerCase.All[id]));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Holds_what_never_gets_to_the_payer(string id) => Assert.Throws<NotSupportedException>(() => (PayerCase.All[id].Life().Facts(), PayerCase.All[id].Life().Contacts()));

    // The issue asks for 200. What a case of nothing holds would be nothing.
    [Fact]
    public void Is_large_and_asks_something_in_every_firm_case()
    {
        Assert.Equal((329, 53, 16, 3), (Firm.Count, Followed.Count, Otherwise.Count, Refused.Count));
        Assert.All(PayerCase.All.Values, c => Assert.True(c.Asks.Count > 0 || c.Totals is not null || c.Id == "zero-09", c.Id));
        Assert.All(CaseAlternatives.Otherwise.Keys.Concat(CaseAlternatives.Refused), id => Assert.NotNull(PayerCase.All[id].Question));
    }

    private static TheoryData<string> Ids(Func<PayerCase, bool> which) => [.. PayerCase.All.Values.Where(which).Select(c => c.Id)];
}
