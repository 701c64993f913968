using Flex.Web.Commands;
using Flex.Web.Data.Cluster;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Factsheets;

/// <summary>Judged by readers that are not ours: poppler and qpdf.</summary>
public sealed class The_factsheet_on_paper(TestCluster cluster) : IAsyncLifetime
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"flex-{Guid.NewGuid():N}.pdf");
    private App app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await App.Start(cluster, new DateOnly(2026, 11, 21));
        await new Families("zuid-limburg-2021").Add("2022-01-01", cls: "kwetsbaar", count: 1, factors: "R1").Into(app.Database);
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(file);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Is_tagged_sound_and_marked()
    {
        var said = new StringWriter();
        var code = await PublishFactsheet.Print(Host(), "zuid-limburg-2021", file, said, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Contains("reconstructie, niet voor publicatie", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", await Tool.Run("qpdf", "--check", file), StringComparison.Ordinal);
        Assert.Matches("Tagged: +yes", await Tool.Run("pdfinfo", file));
        var tags = await Tool.Run("pdfinfo", "-struct", file);
        foreach (var tag in (string[])["Document", "H1", "H2", "H3", "Table", "TR", "TH", "TD", "Figure"])
        {
            Assert.Matches($@"(?m)^ *{tag}\b", tags);
        }

        var text = await Tool.Run("pdftotext", "-layout", file, "-");
        Assert.Contains("Reconstructie, niet voor publicatie", text, StringComparison.Ordinal);
        Assert.Contains("Verloskundige/gynaecoloog", text, StringComparison.Ordinal);
        Assert.Contains("Per aanvraagformulier", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("file://", await Tool.Run("qpdf", "--qdf", "--object-streams=disable", file, "-"), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'FactsheetPublished'"));
    }

    [Fact]
    public async Task Of_an_unknown_programme_is_refused_with_the_choices()
    {
        var said = new StringWriter();

        Assert.Equal(1, await PublishFactsheet.Print(Host(), "nergens", file, said, TestContext.Current.CancellationToken));
        Assert.Contains("zuid-limburg-2021", said.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private Flex.Web.Commands.Host Host() => new(app.Database.Installation, app.Library, app.Clock);
}
