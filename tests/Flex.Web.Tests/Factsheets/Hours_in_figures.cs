using System.Globalization;
using Flex.Web.Data.Figures;
using Flex.Web.Data.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Factsheets;

/// <summary>Figures about hours beside a count written apart from them, on the tables that nobody who reads figures sees.</summary>
public sealed class Hours_in_figures(ImportedPilot pilot) : IClassFixture<ImportedPilot>
{
    // Other tables, other joins and other columns than the indicators use: reasons in the place of sources, pillars in that of who pays.
    private const string Families = """
        with f as (
            select a.dossier_id,
                (select sum(l.quarters) from payer_line l where l.dossier_id = a.dossier_id and l.withdrawn_on is null and l.reason in ('geindiceerd', 'verlengd', 'late-start')) as given,
                (select i.quarters from indication i where i.dossier_id = a.dossier_id order by i.from_day desc, i.id desc limit 1) as indicated,
                (select w.now_wanted from hours_wish w where w.dossier_id = a.dossier_id order by w.id desc limit 1) as wanted,
                (select w.if_paying from hours_wish w where w.dossier_id = a.dossier_id order by w.id desc limit 1) as paying,
                (select sum(l.contribution) from payer_line l where l.dossier_id = a.dossier_id and l.withdrawn_on is null and l.pillar = 1) as cents,
                coalesce((select sum(e.quarters) from care_entry e where e.dossier_id = a.dossier_id and e.pillar = 2), 0)
                    + coalesce((select sum(l.quarters) from payer_line l where l.dossier_id = a.dossier_id and l.withdrawn_on is null and l.reason = 'na-gewone-zorg'), 0) as later
            from application a where a.received_on between '2021-11-01' and '2023-05-31')
        """;

    [Theory]
    [InlineData("gegeven-van-geindiceerd", "indicated is not null", "given is not null", "case when 100 * given / indicated < 50 then 'minder-dan-helft' when 100.0 * given / indicated < 75 then 'helft-tot-driekwart' when given < indicated then 'driekwart-tot-alle' else 'alle' end", null)]
    [InlineData("minimumpakket", "indicated is not null", "given is not null", "case when given / 4.0 >= 24 then 'ja' else 'nee' end", null)]
    [InlineData("gewenst-en-genomen", "given is not null", "wanted is not null", "case when abs(given - wanted) < 4 then 'evenveel' when given < wanted then 'minder' else 'meer' end", null)]
    [InlineData("effect-kwijtschelden", "indicated is not null", "wanted is not null and paying is not null", "case sign(wanted - paying) when -1 then 'minder' when 0 then 'gelijk' else case when wanted - paying >= 4 * 24 then 'vanaf-24' else 'tot-24' end end", "sum(wanted - paying) / 4.0")]
    [InlineData("kwijtgescholden", "given is not null", "cents is not null", "case when cents / 100.0 >= 200 then 'vanaf-200' when cents / 100.0 >= 100 then 'tot-200' else 'tot-100' end", "sum(cents) / 100.0")]
    [InlineData("uren-pijler-2", "later > 0", "later > 0", "case when later < 20 then '1-4' when later < 44 then '5-10' when later < 84 then '11-20' when later < 124 then '21-30' when later < 164 then '31-40' when later < 204 then '41-50' when later < 244 then '51-60' else '61+' end", "sum(later) / 4.0")]
    public async Task Of_the_pilot_are_what_a_count_by_hand_gives(string code, string all, string known, string category, string? amount)
    {
        var figure = (await Sheet(pilot.App.Database, pilot.App.Library))!.Figures.Single(f => f.Code == code);
        var byHand = (string)(await pilot.App.Database.AsAdmin(
            $"{Families} select concat_ws(' ', (select count(*) from f where {known}), (select count(*) from f where ({all}) and not ({known})), (select string_agg(c || '=' || n, ' ' order by c) from (select {category} as c, count(*) as n from f where {known} group by 1) k))"))!;

        Assert.Equal(byHand, string.Join(' ', [$"{figure.N}", $"{figure.Missing}", .. figure.Categories.Where(c => c.Count > 0).OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => $"{c.Code}={c.Count}")]));
        Assert.True(figure.N >= 10, $"{figure.N} families");
        var sum = amount is null ? null : (decimal?)(await pilot.App.Database.AsAdmin($"{Families} select ({amount})::numeric from f where {known}"));
        Assert.Equal((sum, sum is null ? null : decimal.Round(sum.Value / figure.N!.Value, 2, MidpointRounding.AwayFromZero)), (figure.Amount?.Sum, figure.Amount?.Average));
    }

    [Fact]
    public async Task Stand_on_the_factsheet_with_their_average_and_sum()
    {
        var hours = (await Sheet(pilot.App.Database, pilot.App.Library))!.Figures.Single(f => f.Code == "uren-pijler-2").Amount!;
        using var visitor = await pilot.App.Visit("gemeente");
        await visitor.Get($"/factsheet/{ImportedPilot.Code}");

        var said = visitor.Page.QuerySelector("#uren-pijler-2")!.ParentElement!.TextContent;
        Assert.Contains(string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"Gemiddeld {hours.Average:#,0.##} uur per gezin, samen {hours.Sum:#,0.##} uur."), said, StringComparison.Ordinal);
        Assert.Matches(@"Gemiddeld € [\d.]+,\d\d per gezin, samen € [\d.]+,\d\d\.", visitor.Page.QuerySelector("#uren-geindiceerd-en-gegeven")!.TextContent);
    }

    internal static async Task<Factsheet?> Sheet(TestDatabase database, ProgrammeLibrary library) =>
        await new FigureReader(database.Installation, library, database.Db()).Read(ImportedPilot.Code, new DateOnly(2026, 11, 21), TestContext.Current.CancellationToken);
}

/// <summary>The same of families written down for the occasion, in a programme that is no reconstruction: what is small is hidden.</summary>
public sealed class Hours_of_few_families(TestCluster cluster) : IAsyncLifetime
{
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), new(2026, 11, 21));
    private static readonly ProgrammeLibrary Real = Library with { Programmes = new Dictionary<string, Flex.Domain.Programmes.Programme>(StringComparer.Ordinal) { [ImportedPilot.Code] = Library.Programmes[ImportedPilot.Code] with { IsReconstruction = false } } };
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await cluster.Clone();
        var families = new Families(ImportedPilot.Code);
        for (var i = 0; i < 40; i++)
        {
            // 25 get all of 24 hours, 12 less than that, 3 none of what is waived; one is outside the evaluation.
            families.Add(out var id, "2022-01-01").Indicated(id, 100, "2022-02-01").Indicated(id, 96, "2022-02-03");
            families.Paid(id, "2022-02-02", i < 37 ? 60 : 96, i < 37 ? i < 25 ? 7_000 : 15_000 : null).Paid(id, "2022-02-03", i < 25 ? 36 : i < 37 ? 4 : 8, i < 37 ? 100 : null);
            families.Wished(id, "2022-01-10", 0, 96).Paid(id, "2021-10-31", 90, 9_999).Paid(id, "2022-03-01", 50, source: "programma");
            _ = i < 4 ? families.Wished(id, "2022-01-11", 48, 96) : families.Wished(id, "2022-01-11", null, i is >= 30 and < 37 ? 200 : 96);
            _ = i < 12 ? families.Ended(id, "2022-09-01", i < 10 ? "afgerond" : "ingetrokken") : families;
        }

        families.Add(out var outside, "2023-06-01").Indicated(outside, 96, "2023-07-01").Paid(outside, "2023-07-01", 96, 5_000);
        await families.Into(database);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("gegeven-van-geindiceerd", "40 0: helft-tot-driekwart 12, alle 28", "40 0: helft-tot-driekwart 12, alle 28")]
    [InlineData("minimumpakket", "40 0: ja 28, nee 12", "40 0: ja 28, nee 12")]
    [InlineData("gewenst-en-genomen", "40 0: minder 12, evenveel 25, meer 3", "40 0: minder hidden, evenveel 25, meer hidden")]
    [InlineData("effect-kwijtschelden", "4 36: tot-24 4, amount 48 12", " 36: minder hidden, gelijk hidden, tot-24 hidden, vanaf-24 hidden, amount  ")]
    [InlineData("kwijtgescholden", "37 3: tot-100 25, tot-200 12, amount 3587 96.95", "37 : tot-100 25, tot-200 12, amount 3587 96.95")]
    [InlineData("einde", "12 28: afgerond 10, ingetrokken 2", "12 28: afgerond hidden, ingetrokken hidden")]
    public async Task Are_counted_and_small_cells_hidden_with_what_gives_them_away(string code, string before, string after)
    {
        Assert.Equal(before, await Shown(code, Library));
        Assert.Equal(after, await Shown(code, Real));
    }

    private async Task<string> Shown(string code, ProgrammeLibrary library)
    {
        var figure = (await Hours_in_figures.Sheet(database, library))!.Figures.Single(f => f.Code == code);
        var amount = figure.Amount is { } sum ? string.Create(CultureInfo.InvariantCulture, $", amount {sum.Sum:0.##} {sum.Average:0.##}") : "";
        return $"{figure.N} {figure.Missing}: {string.Join(", ", figure.Categories.Where(c => c.Suppressed || c.Count > 0).Select(c => c.Suppressed ? c.Code + " hidden" : $"{c.Code} {c.Count}"))}{amount}";
    }
}
