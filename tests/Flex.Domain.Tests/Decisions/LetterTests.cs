using System.Text.Json;
using Flex.Domain.Decisions;
using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Tests.House;
using Flex.Domain.Tests.Support;
using Xunit;

namespace Flex.Domain.Tests.Decisions;

/// <summary>Every outcome × pillar × reason: both pillars of the real programme, a made-up third, and one that wrote no words.</summary>
public sealed class Every_letter
{
    private static readonly ProgrammeContact Person = new("Marja van Voorbeeld", "088 000 00 00");

    private static readonly ProgrammeContact?[] Contacts = [null, Person, Person with { Telephone = null }];

    private static readonly IReadOnlyList<PillarWords?> Pillars =
    [
        .. JsonDocument.Parse(Tree.Read("programmes/zuid-limburg-2021/programme.json")).RootElement.GetProperty("pillars").EnumerateArray()
            .Select(p => p.GetProperty("words")).Select(w => new PillarWords(w.GetProperty("name").GetString()!, w.GetProperty("explanation").GetString()!)),
        new("hulp in de huishouding", "Iemand helpt u dan elke week met koken en wassen."),
        null,
    ];

    private static readonly IReadOnlyList<LetterReason> Single =
        [.. from kind in Enum.GetValues<ConditionKind>() from answer in Enum.GetValues<Answer>() select new LetterReason(kind, answer)];

    // Nothing, each reason alone, each two together, and all of them.
    private static readonly IReadOnlyList<LetterReason[]> Reasons =
    [
        [], [.. Single.Where(r => r.Answer == Answer.NotMet)], [.. Single.Where(r => r.Answer == Answer.Unknown)],
        .. Single.Select(r => new[] { r }), .. from a in Single from b in Single where a.Kind < b.Kind select new[] { a, b },
    ];

    private static readonly IReadOnlyList<(LetterFacts Facts, Letter Letter)> All =
    [
        .. from outcome in Enum.GetValues<LetterOutcome>() from words in Pillars from reasons in Reasons from exception in new[] { false, true } from contact in Contacts
           from before in outcome == LetterOutcome.Offered ? new DateOnly?[] { null, new(2023, 6, 12) } : [null]
           from applicant in contact is null ? Contacts : [null]
           select new LetterFacts(outcome, words, reasons, exception, before, contact, applicant) into facts
           select (facts, LetterText.Of(facts)),
    ];

    [Fact]
    public void Of_both_real_pillars_and_two_made_up_is_made() => Assert.True(Pillars.Count == 4 && All.Count > 20_000, $"{Pillars.Count} pillars, {All.Count} letters");

    [Fact]
    public void Is_plain_Dutch_and_names_no_factor_or_class() =>
        Assert.Empty(All.SelectMany(l => PlainDutch.Faults(Text(l.Letter), Person.Name).Select(fault => $"{l.Facts.Outcome}: {fault}: {Text(l.Letter)}")).Distinct().Take(5));

    [Fact]
    public void Says_the_outcome_in_words_of_its_own()
    {
        var said = All.GroupBy(l => l.Facts.Outcome).ToDictionary(g => g.Key, g => Assert.Single(g.Select(l => l.Letter.Outcome[1]).Distinct()));
        Assert.Equal(Enum.GetValues<LetterOutcome>().Length, said.Values.Distinct().Count());
        Assert.Equal(("U kunt meedoen.", "Helaas kunt u niet meedoen.", "U staat op de wachtlijst."), (said[LetterOutcome.Admitted], said[LetterOutcome.Refused], said[LetterOutcome.Waiting]));
    }

    [Fact]
    public void Says_for_what_she_was_applied() =>
        Assert.All(All, l => Assert.Equal(l.Facts.Words is { } words ? $"U bent aangemeld voor {words.Name}." : "U bent aangemeld voor dit programma.", l.Letter.Outcome[0]));

    [Fact]
    public void Says_what_happens_next_and_whom_to_call()
    {
        Assert.All(All, l => Assert.NotEmpty(l.Letter.Next));
        Assert.All(All.Where(l => l.Facts is { Contact: null, Applicant: null }), l => Assert.Equal(["Hebt u een vraag?", "Bel dan met wie u heeft aangemeld."], l.Letter.Call));
        Assert.All(All.Where(l => l.Facts.Contact is not null), l => Assert.Contains("Bel dan met Marja van Voorbeeld.", l.Letter.Call));
        Assert.All(All.Where(l => l.Facts.Applicant is not null), l => Assert.Equal("Bel dan met Marja van Voorbeeld, die u heeft aangemeld.", l.Letter.Call[1]));
        Assert.All(All.Where(l => (l.Facts.Contact ?? l.Facts.Applicant)?.Telephone is not null), l => Assert.Equal("Het nummer is 088 000 00 00.", l.Letter.Call[^1]));
    }

    [Fact]
    public void Of_a_refusal_always_says_why() => Assert.All(All.Where(l => l.Facts.Outcome == LetterOutcome.Refused), l => Assert.NotEmpty(l.Letter.Why));

    [Fact]
    public void Of_a_refusal_says_each_condition_that_is_not_met_in_its_own_sentence()
    {
        var said = Enum.GetValues<ConditionKind>().Select(kind => string.Join(' ', Refused(new LetterReason(kind, Answer.NotMet)).Why)).ToList();
        var asked = Enum.GetValues<ConditionKind>().Select(kind => string.Join(' ', Refused(new LetterReason(kind, Answer.Unknown)).Why)).ToList();
        Assert.Equal(14, said.Concat(asked).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["De gemeente waar u woont doet niet mee.", "Uw zorgverzekeraar doet niet mee."],
            Refused(new(ConditionKind.MunicipalityIn, Answer.NotMet), new(ConditionKind.InsurerConcernIn, Answer.NotMet), new(ConditionKind.ProviderIn, Answer.Unknown)).Why);
    }

    [Fact]
    public void Of_a_refusal_for_the_class_says_only_that_it_does_not_fit_and_who_explains() =>
        Assert.Equal(["Dit programma past niet bij uw situatie.", "U kunt Marja van Voorbeeld vragen om dit uit te leggen."],
            LetterText.Of(new(LetterOutcome.Refused, null, [new(ConditionKind.ClassIn, Answer.NotMet)], Contact: Person)).Why);

    [Fact]
    public void Of_an_exception_does_not_say_from_what()
    {
        var letters = All.Where(l => l.Facts is { Exception: true, Outcome: LetterOutcome.Admitted or LetterOutcome.Refused } && l.Facts.Contact is null).ToList();
        Assert.Equal(2, letters.Select(l => string.Join(' ', l.Letter.Why)).Distinct().Count());
    }

    [Fact]
    public void Of_an_offer_says_until_when() =>
        Assert.Contains("Vertel het ons op 12-06-2023 of eerder.", LetterText.Of(new(LetterOutcome.Offered, null, [], AnswerBefore: new(2023, 6, 12))).Next);

    [Theory]
    [InlineData("U bent zeer kwetsbaar.", "kwetsba")]
    [InlineData("Er zijn financiële problemen.", "Financiële problemen")]
    [InlineData("Conform de indicatie is dit zo.", "conform")]
    [InlineData("Dit is een zin met heel veel woorden die maar doorgaat en doorgaat tot niemand meer weet hoe die ooit begon.", "sentence of 21 words")]
    [InlineData("Dit is een ontwikkelingsstoornis.", "long word")]
    public void Would_be_refused_with(string text, string fault) =>
        Assert.Contains(PlainDutch.Faults(text), f => f.Contains(fault, StringComparison.OrdinalIgnoreCase));

    private static Letter Refused(params LetterReason[] reasons) => LetterText.Of(new(LetterOutcome.Refused, null, reasons));

    private static string Text(Letter letter) => string.Join(' ', letter.Paragraphs.SelectMany(p => p));
}
