using Flex.Web.Ui;
using Xunit;

namespace Flex.Web.Tests.Ui;

public sealed class A_field
{
    [Fact]
    public async Task With_an_error_is_tied_to_hint_and_error()
    {
        var page = await Rendered.Page<Field>(
            ("Name", "Geboren"), ("Label", "Geboortedatum"), ("Type", "date"), ("Error", "Vul een bestaande dag in."));
        var input = page.QuerySelector("input")!;

        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent).ToArray();
        Assert.Contains("bijvoorbeeld 31-05-2023", described[0], StringComparison.Ordinal);
        Assert.Equal("Fout: Vul een bestaande dag in.", described[1]);
        Assert.Equal(input.Id, page.QuerySelector("label")!.GetAttribute("for"));
    }

    [Theory]
    [InlineData("date", "31-02-20x6")]
    [InlineData("number", "zeven,5")]
    [InlineData("text", "Anna \"<b>\" van 't Hof")]
    public async Task Keeps_what_was_typed_in_an_input_that_a_browser_does_not_empty(string type, string typed)
    {
        var input = (await Rendered.Page<Field>(("Name", "V"), ("Label", "V"), ("Type", type), ("Value", typed))).QuerySelector("input")!;

        Assert.Equal(typed, input.GetAttribute("value"));
        Assert.Equal("text", input.GetAttribute("type"));
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Of_many_lines_keeps_its_first_line_break()
    {
        var page = await Rendered.Page<TextArea>(("Name", "V"), ("Label", "V"), ("Value", "\nregel </textarea> twee"));

        Assert.Equal("\nregel </textarea> twee", page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Of_choices_is_a_group_with_its_answers_kept()
    {
        Choice[] options = [new("ja", "Ja", "ook een ex"), new("nee", "Nee", "of nog niet"), new("onbekend", "Weet ik niet")];
        var page = await Rendered.Page<ChoiceField>(
            ("Name", "Partner"), ("Legend", "Is er een partner?"), ("Options", options), ("Value", "nee"), ("Hint", "Die meeleeft."), ("Error", "Kies een antwoord."));

        Assert.Equal(["nee"], page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("Partner", page.QuerySelector("input")!.Id);
        Assert.Equal(
            ["Die meeleeft.", "Fout: Kies een antwoord."],
            page.QuerySelector("fieldset")!.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent));
        Assert.Distinct(page.QuerySelectorAll("[id]").Select(e => e.Id));
        Assert.Equal("Is er een partner?", page.QuerySelector("fieldset > legend")!.TextContent.Trim());
    }

    [Fact]
    public async Task Named_in_the_error_summary_is_one_click_away()
    {
        FieldError[] errors = [new("Geboren", "Vul een bestaande dag in."), new("Partner", "Kies een antwoord.")];
        var page = await Rendered.Page<ErrorSummary>(("Errors", errors));

        Assert.Equal(["#Geboren", "#Partner"], page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
        Assert.Equal("-1", page.QuerySelector("[role=alert]")!.GetAttribute("tabindex"));
        Assert.Equal("Kies een antwoord.", errors.For("Partner"));
    }
}
