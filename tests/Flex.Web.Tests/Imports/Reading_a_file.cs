using System.Text;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>Files as senders make them: encodings, separators, headers.</summary>
public sealed class Reading_a_file(TestCluster cluster) : IAsyncLifetime
{
    private FileDoor door = null!;

    public async ValueTask InitializeAsync() => door = await FileDoor.Open(cluster);

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Theory]
    [InlineData("utf-8", ',', "\n", false)]
    [InlineData("utf-8", ';', "\r\n", true)]
    [InlineData("windows-1252", ';', "\r\n", false)]
    [InlineData("windows-1252", ',', "\n", false)]
    public async Task Understands_encoding_separator_and_line_ends(string encoding, char separator, string newLine, bool mark)
    {
        var said = await door.ReadFile("applications", door.Write(Bytes(Rows.File(separator, newLine, Rows.Family(1, ("naam_moeder", "Zoë \"Zus\" Test-Ångström; € 5, enz."), ("opmerking", "regel een\nregel twee"))), encoding, mark)));

        Assert.Equal((0, ""), (said.Code, said.Rejects));
        Assert.Equal("Zoë \"Zus\" Test-Ångström; € 5, enz.", await door.One("select name from mother"));
        Assert.Equal("regel een\nregel twee", await door.One("select note from application"));
    }

    [Fact]
    public async Task The_same_row_in_another_dress_is_the_same_row()
    {
        var row = Rows.Family(1, ("naam_moeder", "Zoë Test-Ångström"));
        await door.ReadFile("applications", door.Write(Bytes(Rows.File(',', "\n", row), "utf-8", false)));

        var again = await door.ReadFile("applications", door.Write(Bytes(Rows.File(';', "\r\n", row), "windows-1252", false)));

        Assert.Equal(0, again.Code);
        Assert.Contains("1 overgeslagen", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await door.Count("dossier"));
    }

    [Fact]
    public async Task Reads_dates_both_ways()
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, ("ontvangen_op", "31-03-2022"), ("uitgerekend", "2022-06-30"), ("beoordeeld_op", "31-03-2022"))));

        Assert.Equal(0, said.Code);
        Assert.Equal("2022-03-31/2022-06-30", await door.One("select received_on || '/' || due_date from application"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Asks_for_utf8_in_place_of_utf16(string encoding)
    {
        foreach (var mark in (bool[])[true, false])
        {
            var said = await door.ReadFile("applications", door.Write(Bytes(Rows.File(Rows.Family(1)), encoding, mark)));

            Assert.Equal(1, said.Code);
            Assert.Contains("UTF-16", said.Text, StringComparison.Ordinal);
            Assert.Contains("CSV UTF-8", said.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_of_a_workbook_that_it_is_one()
    {
        var said = await door.ReadFile("applications", door.Write([(byte)'P', (byte)'K', 3, 4, 20, 0, 8, 0]));

        Assert.Equal(1, said.Code);
        Assert.Contains("werkmap", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "leeg")]
    [InlineData("\uFEFF", "leeg")]
    [InlineData("\r\n\r\n", "leeg")]
    public async Task Says_of_an_empty_file_that_it_is_empty(string text, string sentence)
    {
        var said = await door.Read("applications", text);

        Assert.Equal(1, said.Code);
        Assert.Contains(sentence, said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_a_header_alone_that_there_are_no_rows()
    {
        var said = await door.Read("applications", Rows.File([]));

        Assert.Equal(1, said.Code);
        Assert.Contains("geen rijen", said.Text, StringComparison.Ordinal);
        Assert.Equal(0, await door.Count("journal.entry where act = 'ImportDone'"));
    }

    [Fact]
    public async Task Names_missing_unknown_and_double_columns_and_stores_nothing()
    {
        var text = Rows.File(Rows.Family(1)).Replace("uitgerekend", "uitgerekende_datum", StringComparison.Ordinal).Replace("hulpverleners", "aanmelder", StringComparison.Ordinal);

        var said = await door.Read("applications", text);

        Assert.Equal(1, said.Code);
        Assert.Contains("\"uitgerekende_datum\"; die kolom kennen we niet", said.Text, StringComparison.Ordinal);
        Assert.Contains("\"aanmelder\" staat er twee keer", said.Text, StringComparison.Ordinal);
        Assert.Contains("ontbreekt \"uitgerekend\" en \"hulpverleners\"", said.Text, StringComparison.Ordinal);
        Assert.Equal(0, await door.Count("dossier"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_sentence()
    {
        var said = await door.ReadFile("applications", "nergens.csv");

        Assert.Equal(1, said.Code);
        Assert.Contains("nergens.csv is er niet", said.Text, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text, string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        return [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }
}
