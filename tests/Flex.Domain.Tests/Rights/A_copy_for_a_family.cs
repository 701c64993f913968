using Flex.Domain.Dossiers;
using Flex.Domain.Rights;

namespace Flex.Domain.Tests.Rights;

public sealed class A_copy_for_a_family
{
    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["wie_vraagt"] = "moeder", ["naam_verzoeker"] = "Anna", ["gevraagd_op"] = "31-01-2023", ["identiteit_nagegaan"] = "document", ["welk_deel"] = "moeder|kind",
    };

    [Fact]
    public void Is_due_within_a_month()
    {
        Assert.Equal(new(2023, 2, 28), CopyText.Ask(Read(Good))!.DueOn);
    }

    // Every capacity with every part: the mother's part goes to nobody who is not her or her representative, whoever else may have authority.
    [Theory]
    [InlineData("moeder", "moeder kind")]
    [InlineData("minderjarige", "moeder kind")]
    [InlineData("mentor", "moeder")]
    [InlineData("andere-ouder", "kind partner")]
    [InlineData("voogd", "kind")]
    [InlineData("partner", "partner")]
    public void Holds_only_the_parts_of_who_asks_in_that_capacity(string capacity, string parts)
    {
        var given = CopyCodes.Parts.Select(p => p.Code).Where(p => CopyText.Ask(Read(With(("wie_vraagt", capacity), ("identiteit_nagegaan", "gezag"), ("welk_deel", p)))) is not null);

        Assert.Equal(parts.Split(' '), given);
    }

    [Fact]
    public void Names_parts_for_every_capacity_and_no_part_twice()
    {
        Assert.All(CopyCodes.Capacities, c => Assert.NotEmpty(CopyCodes.PartsOf(c.Code)));
        Assert.Equal(CopyCodes.Reviewed.Count, CopyCodes.Reviewed.Select(p => p.Code).Distinct().Count());
        Assert.Empty(CopyCodes.PartsOf("buurvrouw"));
    }

    [Theory]
    [InlineData(true, "moeder vragenlijsten")]
    [InlineData(false, "moeder")]
    public void Of_the_mother_has_her_answers_apart_when_there_are(bool answered, string parts) =>
        Assert.Equal(parts.Split(' '), CopyText.Ask(Read(With(("welk_deel", "moeder"))))!.Reviewed(answered));

    [Fact]
    public void Of_the_child_never_has_the_mothers_answers() =>
        Assert.Equal(["kind"], CopyText.Ask(Read(With(("wie_vraagt", "andere-ouder"), ("identiteit_nagegaan", "gezag"), ("welk_deel", "kind"))))!.Reviewed(answered: true));

    // Nothing written leaves where that is not known to be safe.
    [Theory]
    [InlineData(null, "in-persoon")]
    [InlineData("", "in-persoon")]
    [InlineData("telefoon|professional", "in-persoon")]
    [InlineData("brief", "in-persoon brief")]
    [InlineData("brief|mail|sms", "in-persoon brief bestand")]
    public void Is_handed_over_by_a_way_that_is_safe(string? means, string ways) =>
        Assert.Equal(ways.Split(' '), CopyCodes.WaysFor(means is null ? null : new(means.Split('|', StringSplitOptions.RemoveEmptyEntries), null, "niemand")).Select(w => w.Code));

    [Fact]
    public void Is_released_or_refused_and_never_both()
    {
        var ways = CopyCodes.Ways;
        Assert.True(CopyText.Decide(Read(("besluit", "vrijgeven"), ("meegegeven", "in-persoon")), ways)!.Released);
        Assert.False(CopyText.Decide(Read(("besluit", "weigeren"), ("weigergrond", "niet-bevoegd"), ("uitleg", "Geen gezag")), ways)!.Released);
        Assert.Null(CopyText.Decide(Read(("besluit", "weigeren"), ("weigergrond", "niet-bevoegd")), ways));
        Assert.Null(CopyText.Decide(Read(("besluit", "vrijgeven"), ("meegegeven", "in-persoon"), ("weigergrond", "niet-bevoegd")), ways));
        Assert.Null(CopyText.Decide(Read(("besluit", "vrijgeven"), ("meegegeven", "brief")), CopyCodes.WaysFor(null)));
    }

    [Fact]
    public void Leaves_out_known_lines_on_a_ground_and_puts_them_back_without()
    {
        var known = new HashSet<string>(["a", "b"], StringComparer.Ordinal);
        var left = CopyText.Omit(Read(("regels", "a|b"), ("weglaat_grond", "ander"), ("toelichting", "zus")), known)!;
        Assert.Equal((2, "ander"), (left.Lines.Count, left.Ground));
        Assert.Null(CopyText.Omit(Read(("regels", "a"), ("weglaat_grond", "terug"), ("toelichting", "toch")), known)!.Ground);
        Assert.Null(CopyText.Omit(Read(("regels", "a|c"), ("weglaat_grond", "ander"), ("toelichting", "zus")), known));
        Assert.Null(CopyText.Omit(Read(("regels", "a"), ("weglaat_grond", "ander")), known));
    }

    private static Dictionary<string, string> With(params (string Name, string Value)[] says)
    {
        var all = new Dictionary<string, string>(Good, StringComparer.Ordinal);
        foreach (var (name, value) in says)
        {
            all[name] = value;
        }

        return all;
    }

    private static FieldReader Read(params (string Name, string Value)[] says) => Read(says.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal));

    private static FieldReader Read(Dictionary<string, string> fields) => new(name => fields.GetValueOrDefault(name), new(2023, 5, 15));
}
