using Flex.Web.Data.Figures;
using Flex.Web.Data.Programmes;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Factsheets;

public sealed class Figures_from_dossiers(TestCluster cluster) : IAsyncLifetime
{
    private const string Code = "zuid-limburg-2021";
    private static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), AsOf);
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await cluster.Clone();

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Of_nobody_are_all_there_with_n_zero_and_no_share()
    {
        var figures = (await Read())!.Figures;

        Assert.Equal(Library.Programmes[Code].Factsheet.SelectMany(s => s.Figures).Select(f => f.Code), figures.Select(f => f.Code));
        Assert.All(figures, f => Assert.Equal((0L, 0L), (f.N!.Value, f.Missing!.Value)));
        Assert.All(figures.SelectMany(f => f.Categories), c => Assert.Equal((0L, null, false), (c.Count!.Value, c.Share, c.Suppressed)));
    }

    [Fact]
    public async Task Count_families_inside_the_evaluation_with_n_and_missing()
    {
        await new Families(Code)
            .Add("2021-10-31", "overig") // before
            .Add("2021-11-01", "verloskundige", helpers: "4+", cls: "kwetsbaar", count: 1, factors: "R1")
            .Add("2022-06-01", "verloskundige", first: "nee", cls: "onbekend", count: 2, factors: ["R1", "R5.psychisch"])
            .Add("2023-05-31", "jgz", first: "onbekend")
            .Add("2023-06-01", "overig") // care, but outside the evaluation
            .Into(database);
        await new Families("another").Add("2022-06-01", "overig").Into(database);

        Assert.Equal("n=3 missing=0: verloskundige 2 0.666667, jgz 1 0.333333", await Shown("aanmelder"));
        Assert.Equal("n=3 missing=0: 0 2 0.666667, 4+ 1 0.333333", await Shown("hulpverleners"));
        Assert.Equal("n=2 missing=1: kwetsbaar 1 0.5, onbekend 1 0.5", await Shown("mate-van-kwetsbaarheid"));
        Assert.Equal("n=3 missing=0: ja 1 0.333333, nee 1 0.333333, onbekend 1 0.333333", await Shown("eerste-zwangerschap"));
        Assert.Equal("n=2 missing=1: 1 1 0.5, 2 1 0.5", await Shown("aantal-risicofactoren"));
        Assert.Equal("n=1 missing=1: R1 1 1", await Shown("meest-voorkomend-1"));
        Assert.Equal("n=1 missing=1: R1 1 1, R5.psychisch 1 1", await Shown("meest-voorkomend-2"));
    }

    [Fact]
    public async Task Count_answers_hours_and_admissions()
    {
        await new Families(Code)
            .Add(out var both, "2022-01-01")
            .Add(out var one, "2022-01-01")
            .Add("2022-01-01")
            .Answers(both, "start", "2022-02-01", ("werk", "bijstand"), ("partner", "nee"))
            .Answers(one, "start", "2022-02-01", ("partner", "ja"))
            .Answers(both, "half-jaar", "2022-08-01", ("zekerder", "soms"))
            .Admitted(both, 1, "2022-01-03").Admitted(both, 2, "2022-01-03").Admitted(one, 1, "2022-01-03")
            .Care(both, 1, "2022-03-01", 19).Care(both, 1, "2022-03-02", 1).Care(both, 2, "2022-04-01", 3)
            .Into(database);

        Assert.Equal("n=2 missing=1: bijstand 1 0.5", await Shown("werk"));
        Assert.Equal("n=2 missing=0: nee 1 0.5, ja 1 0.5", await Shown("partner"));
        Assert.Equal("n=1 missing=0: soms 1 1", await Shown("zekerder"));
        Assert.Equal("n=2 missing=1: 1 2 1, 2 1 0.5, meer 1 0.5", await Shown("deelnemers-per-pijler"));
        Assert.Equal("n=1 missing=1: 5-10 1 1", await Shown("uren-pijler-1"));
        Assert.Equal("n=1 missing=0: 1-4 1 1", await Shown("uren-pijler-2"));
    }

    [Fact]
    public async Task Say_how_many_are_missing_when_nobody_is_in_any_category()
    {
        await new Families(Code).Add("2022-01-01").Add("2022-01-02").Into(database);

        Assert.Equal("n=0 missing=2: ", await Shown("deelnemers-per-pijler"));
        Assert.Equal("n=0 missing=2: ", await Shown("mate-van-kwetsbaarheid"));
        Assert.Equal("n=0 missing=2: ", await Shown("meest-voorkomend-3"));
    }

    [Fact]
    public async Task Count_care_of_the_programmes_care_period_only_while_all_care_is_kept()
    {
        var (first, last) = (Library.Programmes[Code].Periods!.Care.First, Library.Programmes[Code].Periods!.Care.Last!.Value);
        await new Families(Code)
            .Add(out var family, "2022-01-01")
            .Add(out var late, "2022-01-01")
            .Admitted(family, 2, "2022-01-03").Admitted(late, 2, "2022-01-03")
            .Care(family, 2, Day(first.AddDays(-1)), 4).Care(family, 2, Day(first), 18).Care(family, 2, Day(last), 1).Care(family, 2, Day(last.AddDays(1)), 4)
            .Care(late, 2, Day(last.AddDays(1)), 40)
            .Into(database);

        Assert.Equal("n=1 missing=1: 1-4 1 1", await Shown("uren-pijler-2"));
        Assert.Equal(67L, await database.AsAdmin("select sum(quarters) from stats.care"));
    }

    [Fact]
    public async Task Take_the_assessment_at_the_application_and_none_that_came_later()
    {
        await new Families(Code)
            .Add(out var family, "2022-01-01")
            .Assessed(family, "2022-06-01", "zeer-kwetsbaar", 2, "R1", "U1")
            .Assessed(family, "2022-01-02", "kwetsbaar", 1, "R2")
            .Into(database);

        Assert.Equal("n=1 missing=0: kwetsbaar 1 1", await Shown("mate-van-kwetsbaarheid"));
        Assert.Equal("n=1 missing=0: 1 1 1", await Shown("aantal-risicofactoren"));
        Assert.Equal("n=1 missing=0: R2 1 1", await Shown("meest-voorkomend-1"));
    }

    [Fact]
    public async Task Count_nothing_that_happened_after_the_day_asked_for()
    {
        await new Families(Code).Add("2022-01-01").Add("2022-01-02").Into(database);

        var figure = (await Read(new DateOnly(2022, 1, 1)))!.Figures.Single(f => f.Code == "aanmelder");

        Assert.Equal(1, figure.N);
    }

    [Fact]
    public async Task With_a_category_that_the_programme_does_not_list_are_an_error()
    {
        await new Families(Code).Add("2022-01-01", "buurvrouw").Into(database);

        var refused = await Assert.ThrowsAsync<FigureException>(() => Read());

        Assert.Contains("\"aanmelder\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\"buurvrouw\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_row_of_totals_are_an_error()
    {
        var wanted = Library.Programmes[Code].Factsheet.SelectMany(s => s.Figures).First(f => f.Code == "aanmelder");

        var refused = Assert.Throws<FigureException>(() => FigureRows.Show(wanted, Library.Indicators[wanted.Indicator], [new FigureRow("jgz", 1, 1, 0)], null));

        Assert.Contains("totalen", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, FigureRows.Show(wanted, Library.Indicators[wanted.Indicator], [new FigureRow("jgz", 1, 1, 0), new FigureRow(null, 0, 1, 0)], null).N);
    }

    [Fact]
    public async Task Of_a_programme_that_is_no_reconstruction_pass_the_gate_for_small_numbers()
    {
        var families = new Families(Code);
        for (var i = 0; i < 40; i++)
        {
            families.Add("2022-01-01", i < 25 ? "verloskundige" : i < 37 ? "jgz" : "overig", cls: i < 2 ? null : "kwetsbaar");
        }

        await families.Into(database);
        var real = Library with { Programmes = new Dictionary<string, Flex.Domain.Programmes.Programme>(StringComparer.Ordinal) { [Code] = Library.Programmes[Code] with { IsReconstruction = false } } };
        var factsheet = (await new FigureReader(database.Installation, real, database.Db()).Read(Code, AsOf, TestContext.Current.CancellationToken))!;

        Assert.Null(factsheet.Mark);
        // 3 is small, and 12 would follow from n; both shares go with them.
        Assert.Equal("n=40 missing=0: verloskundige 25 0.625, jgz hidden, overig hidden", Shown(factsheet.Figures.Single(f => f.Code == "aanmelder")));
        Assert.Null(factsheet.Figures.Single(f => f.Code == "mate-van-kwetsbaarheid").Missing);
        Assert.Equal("n=40 missing=0: verloskundige 25 0.625, jgz 12 0.3, overig 3 0.075", await Shown("aanmelder"));
    }

    [Fact]
    public async Task Are_read_by_a_role_that_cannot_write_or_see_names()
    {
        await using var connection = await database.Installation.Stats.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var sql in (string[])["select name from mother", "insert into dossier values (null, null, null, null, null)", "select * from vault.bsn"])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Do_not_exist_for_an_unknown_programme() =>
        Assert.Null(await new FigureReader(database.Installation, Library, database.Db()).Read("nergens", AsOf, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Do_not_exist_yet_for_a_concept() =>
        Assert.Empty((await new FigureReader(database.Installation, Library, database.Db()).Read("maastricht-concept", AsOf, TestContext.Current.CancellationToken))!.Figures);

    private static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Factsheet?> Read(DateOnly? asOf = null) =>
        new FigureReader(database.Installation, Library, database.Db()).Read(Code, asOf ?? AsOf, TestContext.Current.CancellationToken);

    private async Task<string> Shown(string code) => Shown((await Read())!.Figures.Single(f => f.Code == code));

    private static string Shown(Figure figure) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"n={figure.N} missing={figure.Missing}: ")
        + string.Join(", ", figure.Categories.Where(c => c.Suppressed || c.Count > 0).Select(c => c.Suppressed ? c.Code + " hidden" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Code} {c.Count} {c.Share:0.######}")));
}
