using System.Globalization;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Factsheets;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

/// <summary>What `flex demo` lays down: of every quarter of an hour one click says who pays it, why, by which rule and tariff.</summary>
public sealed class The_hours_of_the_demonstration(ImportedPilot pilot) : IClassFixture<ImportedPilot>
{
    // Written apart from the rule: every quarter of every contact that stands, beside every quarter of every line that holds.
    private const string Quarters = """
        with given as (
            select c.id, c.began + n * interval '15 minutes' as at from care_contact c cross join lateral generate_series(0, c.quarters - 1) n
            where not exists (select from care_contact x where x.replaces = c.id)),
        paid as (select l.contact_id, l.began + n * interval '15 minutes' as at from payer_line l cross join lateral generate_series(0, l.quarters - 1) n where l.withdrawn_on is null)
        select concat_ws(' ', (select count(*) from given), (select count(*) from paid), (select count(*) from given g join paid p on p.contact_id = g.id and p.at = g.at),
            (select count(*) from (select distinct * from paid) p))
        """;

    private const string Lines = """
        select string_agg(concat_ws('|', id, contact_id, source, reason, contribution_payer, rule_version, coalesce(rate_per_hour::text, ''), coalesce(to_char(rate_from, 'DD-MM-YYYY'), '')), E'\n' order by began, id)
        from payer_line where dossier_id = $1 and withdrawn_on is null
        """;

    private static readonly Dictionary<string, string> Who = new(StringComparer.Ordinal) { ["zvw"] = "basisverzekering (Zvw), ", ["programma"] = "programma, ", ["niemand"] = "niet te bekostigen." };
    private static readonly Dictionary<string, string> Why = new(StringComparer.Ordinal)
    {
        ["geindiceerd"] = "De zorg valt binnen de gewone kraamdagen en binnen de geïndiceerde uren.",
        ["na-gewone-zorg"] = "De gewone kraamzorg is voorbij en het gezin is toegelaten tot hulp daarna.",
        ["niet-toegelaten"] = "Het gezin was op deze dag niet toegelaten tot hulp na de gewone kraamzorg.",
    };

    private App App => pilot.App;

    [Fact]
    public async Task Have_of_every_quarter_exactly_one_line()
    {
        var counts = ((string)(await Sql(Quarters))!).Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();

        Assert.True(counts[0] > 5_000, $"{counts[0]} quarters were given");
        Assert.All(counts, count => Assert.Equal(counts[0], count));
    }

    [Fact]
    public async Task Cover_what_the_programme_meets()
    {
        Assert.Equal("aanvullend geen-verzekerde-zorg programma", await Sql("select string_agg(distinct contribution_payer, ' ' order by contribution_payer) from payer_line where withdrawn_on is null"));
        Assert.Equal("niemand programma zvw", await Sql("select string_agg(distinct source, ' ' order by source) from payer_line where withdrawn_on is null"));
        Assert.Equal("herindicatie intake", await Sql("select string_agg(distinct moment, ' ' order by moment) from indication"));
        Assert.Equal("2 2", await Sql("select count(*) || ' ' || count(distinct dossier_id) from payer_line where source = 'niemand' and withdrawn_on is null"));
        Assert.Equal("2", await Sql("select count(*)::text from work_item where kind = 'niet-te-bekostigen' and done_on is null and role = 'coordinator'"));
        Assert.Equal("1 1", await Sql("select (select count(*) from hours_answer where not agrees and settled_on is null) || ' ' || (select count(*) from work_item where kind = 'uren-betwist' and done_on is null)"));
        // Another test of this class registers a birth of its own, without a stay.
        Assert.Equal("1 2", await Sql("select count(*) || ' ' || max(mother_hospital_days) from birth where mother_hospital_days > 0"));
        Assert.Equal("eigen gemeente nee onbekend", await Sql("select string_agg(distinct covered, ' ' order by covered) from cover_asked"));
        Assert.True((long)(await Sql("select count(distinct dossier_id) from payer_line where pillar = 1"))! >= 20);
        Assert.True((long)(await Sql("select count(distinct dossier_id) from payer_line where pillar = 2"))! >= 15);
    }

    [Fact]
    public async Task Are_explained_in_the_journal_one_by_one()
    {
        Assert.Equal(0L, await Sql("select count(*) from care_contact c left join journal.entry e on e.id = c.entry_id and e.dossier_id = c.dossier_id where e.act is distinct from 'ContactRegistered'"));
        Assert.Equal(0L, await Sql("select count(*) from indication i left join journal.entry e on e.id = i.entry_id and e.dossier_id = i.dossier_id where e.act is distinct from 'CareIndicated'"));
        Assert.Equal(0L, await Sql("select count(*) from cover_asked a left join journal.entry e on e.id = a.entry_id and e.dossier_id = a.dossier_id where e.act is distinct from 'CoverAsked'"));
        Assert.Equal(0L, await Sql("select count(*) from cover_asked a left join journal.entry e on e.id = a.done_entry where a.done_on is not null and e.act is distinct from 'ContributionSettled'"));
        Assert.Equal(0L, await Sql("select count(*) from payer_line l left join journal.entry e on e.id = l.entry_id and e.dossier_id = l.dossier_id where e.id is null"));
        Assert.Equal(0L, await Sql("select count(*) from (select entry_id from care_contact group by 1 having count(*) > 1) twice"));
        await StoredWork.Matches(App);
    }

    [Fact]
    public async Task Stand_on_the_page_each_with_who_pays_why_the_rule_and_the_tariff()
    {
        using var visitor = await App.Visit("coordinator");
        var (dossiers, lines) = (((string)(await Sql("select string_agg(distinct dossier_id::text, ' ') from care_contact"))!).Split(' '), 0);
        foreach (var id in dossiers)
        {
            await visitor.Get($"/dossiers/{id}/zorg");
            foreach (var line in ((string)(await App.Database.AsAdmin(Lines, Guid.Parse(id)))!).Split('\n'))
            {
                Says(visitor, line.Split('|'));
                lines++;
            }
        }

        Assert.Equal(42, dossiers.Length);
        Assert.True(lines >= 410, $"{lines} lines");
    }

    [Fact]
    public async Task Begun_once_more_count_once()
    {
        var before = await Sql("select concat_ws(' ', (select count(*) from care_contact), (select count(*) from care_entry), (select count(*) from indication), (select count(*) from cover_asked), (select count(*) from hours_answer))");

        await pilot.Fill();

        Assert.Equal(before, await Sql("select concat_ws(' ', (select count(*) from care_contact), (select count(*) from care_entry), (select count(*) from indication), (select count(*) from cover_asked), (select count(*) from hours_answer))"));
    }

    [Fact]
    public async Task Move_with_the_day_of_birth_by_exactly_the_contact_that_comes_within_the_regular_days()
    {
        var id = await Dossier("RZL-A-098");
        var before = await Standing(id);
        using var visitor = await App.Visit("coordinator");
        await visitor.Get($"/dossiers/{id}/geboorte");

        var answer = await Birth.Register(visitor, id, ("kind1_dag", "02-04-2023"), ("kind1_tijd", "03:00"), ("klopt", "ja"));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        var after = await Standing(id);
        // What was day 11 is day 10 now: regular care, with indicated hours left. Every line says its day anew; nothing else of any line moves.
        Assert.Equal(("2023-04-11", "11", "programma", "geen-verzekerde-zorg"), Assert.Single(before, l => l.Day == "2023-04-11") switch { var l => (l.Day, l.Number, l.Source, l.Contribution) });
        Assert.Equal(
            before.Select(l => l with { Number = $"{int.Parse(l.Number, CultureInfo.InvariantCulture) - 1}" }).Select(l => l.Day == "2023-04-11" ? l with { Source = "zvw", Contribution = "programma" } : l).Select(l => l with { Id = "" }),
            after.Select(l => l with { Id = "" }));
        Assert.Equal(before.Count, (int)(long)(await App.Database.AsAdmin("select count(*) from payer_line l join journal.entry e on e.id = l.withdrawn_entry and e.act = 'BirthRegistered' where l.dossier_id = $1", id))!);
    }

    [Fact]
    public async Task Move_with_the_insurer_from_that_day_on_and_not_before()
    {
        var id = await Dossier("RZL-A-110");
        var before = await Standing(id);
        using var intaker = await App.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/gegevens");

        var answer = await intaker.Post($"/dossiers/{id}/gegevens", [.. Trust.A_database_that_goes_away.Typed(intaker).Where(t => t.Name is not ("verzekeraar" or "vanaf")), ("verzekeraar", "ONVZ"), ("vanaf", "20-07-2023")]);

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        var after = await Standing(id);
        bool Moves(Line line) => string.CompareOrdinal(line.Day, "2023-07-20") >= 0;
        Assert.True(before.Count(Moves) is > 0 and var moving && moving < before.Count);
        Assert.Equal(before.Where(l => !Moves(l)), after.Where(l => !Moves(l)));
        Assert.Equal(before.Where(Moves).Select(l => l with { Id = "", Insurer = "ONVZ" }), after.Where(Moves).Select(l => l with { Id = "" }));
        Assert.Empty(before.Where(Moves).Select(l => l.Id).Intersect(after.Select(l => l.Id)));
    }

    private sealed record Line(string Id, string Day, string Number, string Source, string Contribution, string Quarters, string Insurer);

    private async Task<List<Line>> Standing(Guid id) =>
        [.. ((string)(await App.Database.AsAdmin("select string_agg(concat_ws('|', id, day, day_number, source, contribution_payer, quarters, insurer), E'\n' order by began) from payer_line where dossier_id = $1 and withdrawn_on is null", id))!)
            .Split('\n').Select(l => l.Split('|')).Select(l => new Line(l[0], l[1], l[2], l[3], l[4], l[5], l[6]))];

    private async Task<Guid> Dossier(string number) => (Guid)(await Sql($"select dossier_id from import_row where kind = 'applications' and number = '{number}'"))!;

    private static void Says(Visitor visitor, string[] line)
    {
        var details = Assert.Single(visitor.Page.QuerySelectorAll($"article#contact-{line[1]} details[data-line='{line[0]}']"));
        var text = details.QuerySelector("p")!.TextContent;
        Assert.NotEmpty(details.QuerySelector("summary")!.TextContent.Trim());
        Assert.Contains(Who[line[2]], text, StringComparison.Ordinal);
        Assert.Contains(Why[line[3]], text, StringComparison.Ordinal);
        Assert.EndsWith($"Besloten met regel {line[5]}.", text, StringComparison.Ordinal);
        if (line[6].Length > 0)
        {
            Assert.Contains($"bij {Flex.Web.Ui.Dutch.Euro(long.Parse(line[6], CultureInfo.InvariantCulture))} per uur ({line[7]} tot en met", text, StringComparison.Ordinal);
        }

        // No tariff of care is known anywhere yet; that is said, except of hours that nobody pays.
        Assert.Equal(line[2] != "niemand", text.Contains("Het tarief van de zorg op deze dag is niet bekend.", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\bGM\d{4}", text);
    }

    private Task<object?> Sql(string sql) => App.Database.AsAdmin(sql);
}
