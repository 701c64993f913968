using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>A row that cannot go in is told with line, column, value and what to do; the rows around it go in.</summary>
public sealed class A_bad_row(TestCluster cluster) : IAsyncLifetime
{
    private FileDoor door = null!;

    public async ValueTask InitializeAsync() => door = await FileDoor.Open(cluster);

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Theory]
    [InlineData("geboren_op", "2029-01-01", "toekomst")]
    [InlineData("bsn", "999912345", "geen geldig BSN")]
    [InlineData("postcode", "64", "geen postcode")]
    [InlineData("aanmelder", "tante", "Kies uit: verloskundige")]
    [InlineData("R3", "misschien", "Kies uit: aanwezig")]
    [InlineData("pijlers", "7", "kent het programma niet")]
    [InlineData("ontvangen_op", "31-31-2022", "geen datum")]
    [InlineData("naam_moeder", "", "naam van de moeder")]
    [InlineData("nummer", "", "eigen nummer")]
    [InlineData("besluit_1", "misschien", "Kies uit: toegelaten")]
    public async Task Is_told_and_the_others_go_in(string column, string value, string sentence)
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1), Rows.Family(2, (column, value)), Rows.Family(3)));

        Assert.Equal(1, said.Code);
        Assert.Equal(2, await door.Count("dossier"));
        var line = said.Rejects.Split("\r\n")[1];
        Assert.StartsWith(column == "nummer" ? "3,," : "3,T-002,", line, StringComparison.Ordinal);
        Assert.Contains(column + ",", line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
        Assert.Equal(column != "bsn", value.Length == 0 || line.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_every_mistake_of_a_row_at_once()
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, ("postcode", "x"), ("aanmelder", "x"), ("uitgerekend", "x"))));

        Assert.Equal(3, said.Rejects.Split("\r\n").Count(l => l.StartsWith("2,T-001,", StringComparison.Ordinal)));
        Assert.Contains("1 afgekeurd", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+31612345678")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    public async Task A_formula_is_text_in_the_dossier_and_defused_in_the_rejects(string formula)
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, ("opmerking", formula)), Rows.Family(2, ("aanmelder", formula))));

        Assert.Equal(formula, await door.One("select note from application"));
        Assert.Contains("'" + formula.Replace("\"", "\"\"", StringComparison.Ordinal), said.Rejects, StringComparison.Ordinal);
        Assert.DoesNotContain("," + formula[..2], said.Rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_of_ten_megabytes_is_rejected_in_little_memory()
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1), Rows.Family(2, ("opmerking", new string('x', 10_000_000))), Rows.Family(3)));

        Assert.Equal(1, said.Code);
        Assert.Equal(2, await door.Count("dossier"));
        Assert.Contains("3,T-002,opmerking,,Dit veld is langer dan 65.536 tekens", said.Rejects, StringComparison.Ordinal);
        Assert.True(said.Rejects.Length < 2000);
    }

    [Fact]
    public async Task A_long_note_within_the_field_limit_is_told_its_limit()
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, ("opmerking", new string('x', 20_001)))));

        Assert.Contains("20.001 tekens", said.Rejects, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\0b", "NUL")]
    [InlineData("\"open", "nergens gesloten")]
    [InlineData("\"dicht\"erna", "sluitende aanhalingsteken")]
    [InlineData("een,veld,te,veel", "velden")]
    public async Task A_broken_record_is_told(string cell, string sentence)
    {
        var text = Rows.File(Rows.Family(1), Rows.Family(2, ("opmerking", "KAPOT"))).Replace("KAPOT", cell, StringComparison.Ordinal);

        var said = await door.Read("applications", text);

        Assert.Equal(1, said.Code);
        Assert.Equal(1, await door.Count("dossier"));
        Assert.Contains(sentence, said.Rejects, StringComparison.Ordinal);
        Assert.Contains("3,T-002,", said.Rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_lines_of_the_file_not_records()
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, ("opmerking", "een\ntwee\ndrie")), Rows.Family(2, ("aanmelder", "x"))));

        Assert.Contains("\r\n5,T-002,", said.Rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bsn_is_never_repeated_wherever_it_stands()
    {
        const string bsn = "999959979";
        var said = await door.Read("applications", Rows.File(
            Rows.Family(1, ("bsn", "999959978"), ("postcode", bsn)),
            Rows.Family(2, ("bsn", bsn), ("aanmelder", "x")),
            Rows.Family(3, ("bsn", bsn), ("opmerking", "haar nummer is " + bsn)),
            Rows.Family(4, ("bsn", bsn), ("nummer", bsn))));

        Assert.Equal(0, await door.Count("dossier"));
        Assert.DoesNotContain("99995997", said.Rejects, StringComparison.Ordinal);
        Assert.DoesNotContain("99995997", said.Text, StringComparison.Ordinal);
        Assert.Contains("4,T-003,opmerking,,Hier lijkt een BSN in te staan", said.Rejects, StringComparison.Ordinal);
        Assert.Contains("5,(weggelaten),nummer,,Hier lijkt een BSN in te staan", said.Rejects, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("naam_moeder")]
    [InlineData("verzekeraar")]
    [InlineData("aanbieder")]
    [InlineData("beoordeeld_door")]
    [InlineData("besloten_door")]
    [InlineData("reden_besluit")]
    [InlineData("opmerking")]
    [InlineData("nummer")]
    public async Task A_bsn_in_another_column_is_refused_without_a_bsn_of_its_own(string column)
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, (column, "zie 9999.59.979")), Rows.Family(2, (column, "999 959 979"))));

        Assert.Equal(2, said.Rejects.Split(column + ",,Hier lijkt een BSN in te staan").Length - 1);
        Assert.DoesNotMatch(@"9\D?59\D?979", said.Rejects + said.Text);
        Assert.Equal((0, 0), (await door.Count("dossier"), await door.Count("import_row")));
    }

    [Fact]
    public async Task A_file_without_a_header_does_not_have_its_first_row_repeated()
    {
        var said = await door.Read("applications", "T-001,2022-03-01,999959979\n");

        Assert.Contains("(weggelaten)", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("999959979", said.Text, StringComparison.Ordinal);
    }
}
