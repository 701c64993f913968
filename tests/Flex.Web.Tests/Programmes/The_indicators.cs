using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Flex.Web.Data.Programmes;
using Flex.Web.Tests.Support;
using Npgsql;
using NpgsqlTypes;
using Xunit;

namespace Flex.Web.Tests.Programmes;

/// <summary>Each query against a few rows in the shape of the stats views, so that every definition is counted by hand once.</summary>
public sealed class The_indicators(TestCluster cluster) : IAsyncLifetime
{
    private const string Rows = """
        drop schema stats cascade;
        create schema stats;
        create table stats.dossier(dossier_id uuid, programme text, applied_on date, applicant text, helpers text, first_pregnancy text, class text, factor_count int);
        create table stats.factor(dossier_id uuid, factor text);
        create table stats.decision(dossier_id uuid, pillar int, outcome text, decided_on date);
        create table stats.care(dossier_id uuid, pillar int, day date, quarters int);
        create table stats.response(response_id uuid, dossier_id uuid, questionnaire text, version text, filled_on date);
        create table stats.answer(response_id uuid, item text, answer text);
        create function pg_temp.id(n int) returns uuid language sql as $$ select lpad(n::text, 32, '0')::uuid $$;
        insert into stats.dossier values
            (pg_temp.id(1), 'p', '2021-11-01', 'jgz', '0', 'ja', 'kwetsbaar', 2),
            (pg_temp.id(2), 'p', '2023-05-31', 'jgz', '4+', 'nee', null, null),
            (pg_temp.id(3), 'p', '2022-06-01', 'overig', 'onbekend', 'onbekend', 'onbekend', 5),
            (pg_temp.id(4), 'p', '2023-06-01', 'overig', '1', 'ja', 'kwetsbaar', 1),
            (pg_temp.id(5), 'q', '2022-06-01', 'overig', '1', 'ja', 'kwetsbaar', 1),
            (pg_temp.id(6), 'p', '2021-10-31', 'overig', '1', 'ja', 'kwetsbaar', 4);
        insert into stats.factor values (pg_temp.id(1), 'R1'), (pg_temp.id(1), 'R5.psychisch'), (pg_temp.id(3), 'R1'), (pg_temp.id(6), 'R1');
        insert into stats.decision values
            (pg_temp.id(1), 1, 'wachtlijst', '2021-11-02'), (pg_temp.id(1), 1, 'toegelaten', '2021-11-03'), (pg_temp.id(1), 2, 'toegelaten', '2021-11-02'),
            (pg_temp.id(3), 1, 'toegelaten', '2022-06-02'), (pg_temp.id(3), 2, 'toegelaten', '2022-06-02'), (pg_temp.id(3), 2, 'afgewezen', '2022-06-03'),
            (pg_temp.id(4), 1, 'toegelaten', '2023-06-02');
        insert into stats.care values
            (pg_temp.id(1), 1, '2021-12-01', 19), (pg_temp.id(1), 1, '2021-12-02', 1), (pg_temp.id(1), 2, '2021-12-20', 19),
            (pg_temp.id(4), 1, '2023-07-01', 8);
        insert into stats.response values
            (pg_temp.id(11), pg_temp.id(1), 'start', '1', '2021-11-05'), (pg_temp.id(12), pg_temp.id(2), 'start', '1', '2023-06-05'),
            (pg_temp.id(13), pg_temp.id(4), 'start', '1', '2023-06-05'), (pg_temp.id(14), pg_temp.id(1), 'half-jaar', '1', '2022-06-05');
        insert into stats.answer values (pg_temp.id(11), 'werk', 'bijstand'), (pg_temp.id(12), 'woning', 'huur'), (pg_temp.id(13), 'werk', 'bijstand'), (pg_temp.id(14), 'zekerder', 'ja'),
            (pg_temp.id(11), 'land', 'nl'), (pg_temp.id(12), 'land', 'zwijgt');
        """;

    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(ProgrammeCopy.Original, ProgrammeCopy.Today);
    private TestDatabase? database;

    public async ValueTask InitializeAsync()
    {
        database = await cluster.Clone();
        await Run(Rows, _ => { }, _ => { });
    }

    public ValueTask DisposeAsync() => database!.DisposeAsync();

    [Theory]
    [InlineData("applicant", "", "jgz 2/3-0, overig 1/3-0, totaal 0/3-0")]
    [InlineData("helpers", "", "0 1/3-0, 4+ 1/3-0, onbekend 1/3-0, totaal 0/3-0")]
    [InlineData("vulnerability-class", "", "kwetsbaar 1/2-1, onbekend 1/2-1, totaal 0/2-1")]
    [InlineData("first-pregnancy", "", "ja 1/3-0, nee 1/3-0, onbekend 1/3-0, totaal 0/3-0")]
    [InlineData("factor-count", "", "2 1/2-1, 4+ 1/2-1, totaal 0/2-1")]
    [InlineData("most-common-factors", "k=2", "R1 1/1-1, R5.psychisch 1/1-1, totaal 0/1-1")]
    [InlineData("most-common-factors", "k=4+", "R1 1/1-1, totaal 0/1-1")]
    [InlineData("most-common-factors", "k=3", "totaal 0/0-1")]
    [InlineData("participants-per-pillar", "", "1 2/2-1, 2 1/2-1, meer 1/2-1, totaal 0/2-1")]
    [InlineData("answers", "questionnaire=start;item=werk", "bijstand 1/2-1, totaal 0/2-1")]
    [InlineData("answers", "questionnaire=half-jaar;item=zekerder", "ja 1/1-0, totaal 0/1-0")]
    [InlineData("answers-declined", "questionnaire=start;item=land;declined=zwijgt", "nl 1/2-1, totaal 0/2-1")]
    [InlineData("answers-declined", "questionnaire=start;item=land;declined=niemand", "nl 1/2-0, totaal 0/2-0, zwijgt 1/2-0")]
    [InlineData("care-hours", "pillar=1;bins=1-4:1:20|5+:20:", "5+ 1/1-1, totaal 0/1-1")]
    [InlineData("care-hours", "pillar=2;bins=1-4:1:20|5+:20:", "1-4 1/1-1, totaal 0/1-1")]
    public async Task Count_as_their_definition_says(string indicator, string parameters, string expected) =>
        Assert.Equal(expected, await Figure(indicator, parameters, "2026-01-01", "2023-05-31"));

    [Fact]
    public async Task Count_all_from_the_first_day_when_the_evaluation_has_no_end() =>
        Assert.Equal("jgz 2/4-0, overig 2/4-0, totaal 0/4-0", await Figure("applicant", "", "2026-01-01", null));

    [Fact]
    public async Task Look_no_further_than_the_day_asked_for()
    {
        Assert.Equal("jgz 1/1-0, totaal 0/1-0", await Figure("applicant", "", "2022-01-01", "2023-05-31"));
        Assert.Equal("1-4 1/1-0, totaal 0/1-0", await Figure("care-hours", "pillar=1;bins=1-4:1:20|5+:20:", "2021-12-01", "2023-05-31"));
        Assert.Equal("2 1/1-0, totaal 0/1-0", await Figure("participants-per-pillar", "", "2021-11-02", "2023-05-31"));
    }

    [Theory]
    [InlineData(null, null, "5+ 1/1-1, totaal 0/1-1")]
    [InlineData("2021-12-01", "2021-12-02", "5+ 1/1-1, totaal 0/1-1")]
    [InlineData("2021-12-02", null, "1-4 1/1-1, totaal 0/1-1")]
    [InlineData(null, "2021-12-01", "1-4 1/1-1, totaal 0/1-1")]
    [InlineData("2021-12-03", null, "totaal 0/0-2")]
    public async Task Count_care_inside_the_care_period_whose_ends_may_be_open(string? from, string? to, string expected) =>
        Assert.Equal(expected, await Figure("care-hours", "pillar=1;bins=1-4:1:20|5+:20:", "2026-01-01", "2023-05-31", from, to));

    [Fact]
    public async Task Put_every_sum_of_quarters_in_the_bin_that_the_house_puts_it_in()
    {
        var pilot = Library.Programmes["zuid-limburg-2021"];
        var bins = pilot.Factsheet.SelectMany(s => s.Figures).Single(f => f.Code == "uren-pijler-1").Parameters["bins"];
        await Run("""
            create temp table family as select gen_random_uuid() as id, q, date '2030-01-01' + q as day from generate_series(1, 320) q;
            insert into stats.dossier select id, 'p', day from family;
            insert into stats.care select id, 1, day, part from family, lateral (values (q / 2), (q - q / 2)) parts(part);
            """, _ => { }, _ => { });
        // One family each time: the day on which it applied stands for the evaluation.
        var one = Library.Indicators["care-hours"].Sql.Replace("@evaluation_from", "k.day", StringComparison.Ordinal).Replace("@evaluation_to", "k.day", StringComparison.Ordinal);
        var counted = new List<(int, string)>();
        await Run(
            $"""
            select k.q, f.category
            from (select q, date '2030-01-01' + q as day from generate_series(1, 320) q) k, lateral (
            {one}
            ) f
            where f.category is not null order by k.q
            """,
            command => Fill(command, $"pillar=1;bins={bins}", "2031-12-31", null, null, null),
            row => counted.Add((row.GetInt32(0), row.GetString(1))));

        Assert.Equal(Enumerable.Range(1, 320).Select(q => (q, HourBins.BinOf(new Quarters(q), pilot.HourBins)!.Label)), counted);
    }

    private async Task<string> Figure(string indicator, string parameters, string asOf, string? evaluationTo, string? careFrom = null, string? careTo = null)
    {
        var rows = new List<string>();
        await Run(
            Library.Indicators[indicator].Sql,
            command => Fill(command, parameters, asOf, evaluationTo, careFrom, careTo),
            row => rows.Add($"{(row.IsDBNull(0) ? "totaal" : row.GetString(0))} {row.GetInt64(1)}/{row.GetInt64(2)}-{row.GetInt64(3)}"));
        return string.Join(", ", rows.Order(StringComparer.Ordinal));
    }

    private static void Fill(NpgsqlCommand command, string parameters, string asOf, string? evaluationTo, string? careFrom, string? careTo)
    {
        command.Parameters.AddWithValue("programme", "p");
        Day("as_of", asOf);
        Day("evaluation_from", "2021-11-01");
        Day("evaluation_to", evaluationTo);
        Day("care_from", careFrom);
        Day("care_to", careTo);
        foreach (var pair in parameters.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
        {
            command.Parameters.AddWithValue(pair[0], pair[1]);
        }

        void Day(string name, string? day) =>
            command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Date) { Value = day is null ? DBNull.Value : DateOnly.Parse(day) });
    }

    private async Task Run(string sql, Action<NpgsqlCommand> prepare, Action<NpgsqlDataReader> row)
    {
        await using var connection = new NpgsqlConnection(database!.AdminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        prepare(command);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            row(reader);
        }
    }
}
