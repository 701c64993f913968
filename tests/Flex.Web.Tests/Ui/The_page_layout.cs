using AngleSharp.Dom;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Flex.Web.Tests.Ui;

public sealed class The_page_layout
{
    private static readonly NavItem[] Nav = [new("Start", "/"), new("Dossiers", "/dossiers"), new("Werk", "/werk")];

    [Theory]
    [InlineData("/dossiers", "Dossiers:page")]
    [InlineData("/dossiers/17", "Dossiers:true")]
    [InlineData("/", "Start:page")]
    [InlineData("/dossiersoort", "")]
    public async Task Marks_the_page_in_the_navigation(string current, string marked)
    {
        var page = await Rendered.Page<Layout>(("Title", "T"), ("Nav", Nav), ("Current", current));

        Assert.Equal(marked, string.Join(',', page.QuerySelectorAll("nav [aria-current]").Select(a => $"{a.TextContent}:{a.GetAttribute("aria-current")}")));
    }

    [Fact]
    public async Task Has_one_heading_a_skip_link_and_nothing_inline()
    {
        RenderFragment body = b => b.AddMarkupContent(0, "<p>Hallo</p>");
        var page = await Rendered.Page<Layout>(("Title", "Werk"), ("Demo", true), ("HasErrors", true), ("ChildContent", body));

        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Fout: Werk – Geboortezorg Flex", page.Title);
        Assert.Equal("Werk", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("main", page.GetElementById(page.QuerySelector(".nl-skip-link")!.GetAttribute("href")![1..])!.LocalName);
        Assert.Contains("Demonstratie", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[style],style,script:not([src])"));
        Assert.Single(page.QuerySelectorAll("a[href='/inloggen']"));
    }

    [Fact]
    public async Task Lets_who_is_signed_in_sign_out_by_a_guarded_post()
    {
        var page = await Rendered.Page<Layout>(("Title", "T"), ("User", "Anna Smeets"), ("Role", "intaker"));
        var form = page.QuerySelector("header form")!;

        Assert.Equal(("post", "/uitloggen"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Contains("Anna Smeets · intaker", form.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_many_places_are_left()
    {
        var page = await Rendered.Page<PlacesMeter>(("Label", "Pijler 1"), ("Taken", 92), ("Total", 150), ("Waiting", 3));

        Assert.Contains("92 van 150 plaatsen bezet, 58 over, 3 wachten", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("61.333%", page.QuerySelectorAll("rect").Last().GetAttribute("width"));
    }
}
