using Flex.Web.Commands;
using Flex.Web.Data.Programmes;
using Xunit;

namespace Flex.Web.Tests.Programmes;

public sealed class The_published_list
{
    private const string File1 = "zuid-limburg-2021/criteria/v-factsheet.json";

    [Fact]
    public void Holds_for_the_repository_so_no_published_file_has_changed() =>
        Assert.Empty(PublishedRules.Verify(ProgrammeCopy.Original).Select(f => f.ToString()));

    [Fact]
    public void Is_not_written_while_a_published_file_is_changed()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit(File1, "\"zeer-kwetsbaar\"", "\"zelfredzaam\"");
        copy.Write("indicators/new.sql", "select 1");
        using var told = new StringWriter();
        Assert.Equal(1, PublishRules.Run(copy.Folder, ProgrammeCopy.Today, told));
        Assert.Contains(File1, told.ToString());
        Assert.DoesNotContain("new.sql", File.ReadAllText(Path.Combine(copy.Folder, PublishedRules.List)));
    }

    [Fact]
    public void Is_not_written_while_the_folder_does_not_load()
    {
        using var copy = new ProgrammeCopy();
        copy.Write("indicators/new.sql", "select 1");
        using var told = new StringWriter();
        Assert.Equal(1, PublishRules.Run(copy.Folder, ProgrammeCopy.Today, told));
        Assert.Contains("De kop van dit cijfer mist", told.ToString());
    }

    [Theory]
    [InlineData(File1, "\"zeer-kwetsbaar\"", "\"zelfredzaam\"")]
    [InlineData("zuid-limburg-2021/questionnaires/half-jaar/1.json", "\"Soms\"", "\"Soms \"")]
    [InlineData("national/factors/1.json", "\"urgent\"", "\"risk\"")]
    [InlineData("indicators/answers.sql", "count(*)", "count(1)")]
    public void Finds_a_changed_file(string file, string old, string @new)
    {
        using var copy = new ProgrammeCopy();
        copy.Edit(file, old, @new);
        Assert.Contains(file, Assert.Single(PublishedRules.Verify(copy.Folder)).Problem);
    }

    [Fact]
    public void Finds_a_file_that_is_gone()
    {
        using var copy = new ProgrammeCopy();
        File.Delete(Path.Combine(copy.Folder, File1));
        Assert.Contains("weg", Assert.Single(PublishedRules.Verify(copy.Folder)).Problem);
    }

    [Fact]
    public void Finds_lines_that_were_swapped()
    {
        using var copy = new ProgrammeCopy();
        var list = Path.Combine(copy.Folder, PublishedRules.List);
        var lines = File.ReadAllLines(list);
        (lines[2], lines[3]) = (lines[3], lines[2]);
        File.WriteAllLines(list, lines);
        Assert.Equal([3, 4, 5], PublishedRules.Verify(copy.Folder).Select(f => f.Line));
    }

    [Fact]
    public void Finds_a_line_that_was_taken_out()
    {
        using var copy = new ProgrammeCopy();
        var list = Path.Combine(copy.Folder, PublishedRules.List);
        var lines = File.ReadAllLines(list).ToList();
        lines.RemoveAt(1);
        File.WriteAllLines(list, lines);
        Assert.Equal(2, PublishedRules.Verify(copy.Folder).Count);
    }

    [Fact]
    public void Takes_a_new_version_at_its_end_and_leaves_the_rest()
    {
        using var copy = new ProgrammeCopy();
        var list = Path.Combine(copy.Folder, PublishedRules.List);
        var before = File.ReadAllText(list);
        copy.Write("zuid-limburg-2021/criteria/v-new.json", "{}");
        Assert.Contains("nog niet gepubliceerd", Assert.Single(PublishedRules.Verify(copy.Folder)).Problem);

        Assert.Equal(["zuid-limburg-2021/criteria/v-new.json"], PublishedRules.Append(copy.Folder));

        Assert.StartsWith(before, File.ReadAllText(list));
        Assert.Empty(PublishedRules.Verify(copy.Folder));
    }

    [Fact]
    public void Does_not_publish_a_change_of_what_stands_in_it()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit(File1, "\"zeer-kwetsbaar\"", "\"zelfredzaam\"");
        Assert.Empty(PublishedRules.Append(copy.Folder));
        Assert.Single(PublishedRules.Verify(copy.Folder));
    }
}
