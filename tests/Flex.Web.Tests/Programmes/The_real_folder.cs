using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Web.Data.Programmes;
using Xunit;

namespace Flex.Web.Tests.Programmes;

public sealed class The_real_folder
{
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(ProgrammeCopy.Original, ProgrammeCopy.Today);
    private static readonly Programme Pilot = Library.Programmes["zuid-limburg-2021"];

    private static readonly string[] FigureCodes =
    [
        "aanmelder", "hulpverleners", "mate-van-kwetsbaarheid", "eerste-zwangerschap", "aantal-risicofactoren",
        "meest-voorkomend-1", "meest-voorkomend-2", "meest-voorkomend-3", "meest-voorkomend-4", "deelnemers-per-pijler",
        "werk", "partner", "opleiding", "woning", "nationaliteit",
        "zelfvertrouwen", "zekerder", "hulp-vragen", "weet-nodig", "uren-pijler-1", "uren-pijler-2",
    ];

    // Printed nowhere: the programme's own figures about hours from when to when.
    private static readonly string[] OwnFigures = ["gegeven-van-geindiceerd", "minimumpakket", "gewenst-en-genomen", "effect-kwijtschelden", "kwijtgescholden", "einde"];

    [Fact]
    public void Has_every_figure_of_the_published_factsheet_in_order() =>
        Assert.Equal([.. FigureCodes, .. OwnFigures], Pilot.Factsheet.SelectMany(s => s.Figures).Select(f => f.Code));

    [Fact]
    public void Says_of_every_figure_what_was_invented() =>
        Assert.All(Pilot.Factsheet.SelectMany(s => s.Figures), f => Assert.NotNull(f.Invented));

    [Theory]
    [InlineData(2019, 440, "secondary")]
    [InlineData(2020, 450, "secondary")]
    [InlineData(2021, 460, "verified")]
    [InlineData(2022, 470, "secondary")]
    [InlineData(2023, 480, "secondary")]
    [InlineData(2024, 510, "verified")]
    [InlineData(2025, 540, "secondary")]
    [InlineData(2026, 570, "secondary")]
    public void Knows_the_own_contribution_and_how_sure_it_is(int year, long cents, string sureness)
    {
        foreach (var day in new DateOnly[] { new(year, 1, 1), new(year, 12, 31) })
        {
            var rate = Assert.Single(Library.National.OwnContribution, r => r.Period.Contains(day));
            Assert.Equal((new Cents(cents), sureness), (rate.PerHour, rate.Sureness));
        }
    }

    [Theory]
    [InlineData(2025, "")]
    [InlineData(2026, "2027")]
    [InlineData(2027, "2027 2028")]
    public void Warns_of_a_year_that_is_not_published_and_loads(int year, string missing)
    {
        var warnings = ProgrammeLibrary.Load(ProgrammeCopy.Original, new DateOnly(year, 6, 1)).Warnings;
        Assert.Equal(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(y => $"De eigen bijdrage voor {y} is nog niet gepubliceerd."), warnings.Select(w => w.Problem));
        Assert.All(warnings, w => Assert.Equal(("national/own-contribution.json", 2, 12), (w.File, w.Line, w.Column)));
    }

    [Fact]
    public void Keeps_the_three_periods_of_the_pilot_apart()
    {
        Assert.Equal(new DateRange(new(2021, 11, 1), new(2023, 12, 31)), Pilot.Periods!.Applications);
        Assert.Equal(new DateRange(new(2021, 11, 1), new(2024, 6, 30)), Pilot.Periods.Care);
        Assert.Equal(new DateRange(new(2021, 11, 1), new(2023, 5, 31)), Pilot.Periods.Evaluation);
        Assert.Equal(["applications", "care", "evaluation"], Pilot.Periods.Notes.Select(n => n.Code));
        Assert.All(Pilot.Periods.Notes, n => Assert.Contains("alleen de maand", n.Note));
    }

    [Fact]
    public void Has_places_for_150_and_100_families_in_eight_municipalities()
    {
        Assert.Equal([150, 100], Pilot.Pillars.Select(p => p.Places));
        Assert.Equal(8, Pilot.Municipalities.Count);
        Assert.Equal(16, Library.National.Municipalities.Count(m => m.SubRegion is not null));
    }

    [Fact]
    public void Applies_the_criteria_of_the_factsheet_and_gives_no_version_a_date()
    {
        var applied = Pilot.CriteriaOn(Pilot.Periods!.Applications.First);
        Assert.Equal("v-factsheet", applied.Version);
        Assert.All(Pilot.Criteria, c => Assert.Null(c.ValidFrom));
        Assert.Contains(applied.Pillars[0].Conditions, c => c.Kind == ConditionKind.InsurerConcernIn);
        Assert.DoesNotContain(applied.Pillars[1].Conditions, c => c.Kind == ConditionKind.InsurerConcernIn);
    }

    [Fact]
    public void Fills_in_the_bins_of_the_hours_figures() =>
        Assert.Equal(
            "1-4:1:20|5-10:20:44|11-20:44:84|21-30:84:124|31-40:124:164|41-50:164:204|51-60:204:244|61+:244:",
            Pilot.Factsheet.SelectMany(s => s.Figures).Single(f => f.Code == "uren-pijler-1").Parameters["bins"]);

    [Fact]
    public void Leaves_the_concept_undecided()
    {
        var concept = Library.Programmes["maastricht-concept"];
        Assert.False(concept.AcceptsApplications);
        Assert.Null(concept.Periods);
        Assert.All(concept.Pillars, p => Assert.Null(p.Places));
        Assert.Empty(concept.Criteria);
    }

    [Fact]
    public void Carries_no_quotation_of_a_person() =>
        Assert.DoesNotContain(Pilot.Factsheet.SelectMany(s => s.Texts), t => t.Text.Contains('"') || t.Text.Contains('“'));
}
