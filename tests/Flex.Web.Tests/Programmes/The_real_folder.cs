using Flex.Web.Data.Programmes;
using Xunit;

namespace Flex.Web.Tests.Programmes;

public sealed class The_real_folder
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), Today);

    private static readonly string[] FigureCodes =
    [
        "aanmelder", "hulpverleners", "mate-van-kwetsbaarheid", "eerste-zwangerschap", "aantal-risicofactoren",
        "meest-voorkomend-1", "meest-voorkomend-2", "meest-voorkomend-3", "meest-voorkomend-4", "deelnemers-per-pijler",
        "werk", "partner", "opleiding", "woning", "nationaliteit",
        "zelfvertrouwen", "zekerder", "hulp-vragen", "weet-nodig", "uren-pijler-1", "uren-pijler-2",
    ];

    [Fact]
    public void Has_every_figure_of_the_published_factsheet_in_order() =>
        Assert.Equal(FigureCodes, Library.Programmes["zuid-limburg-2021"].Factsheet.SelectMany(s => s.Figures).Select(f => f.Code));
}
