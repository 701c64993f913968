using System.Text.Json.Nodes;
using Flex.Web.Data.Copies;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Npgsql;

namespace Flex.Web.Tests.Copies;

public sealed class What_a_copy_holds(TestCluster cluster)
{
    // Every table that holds something of a dossier: by its number, or through a row that does.
    private const string Columns = """
        with recursive reached(oid) as (
            select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'vault', 'journal')
                where c.relkind in ('r', 'p') and not c.relispartition and (c.relname = 'dossier' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'dossier_id' and not a.attisdropped))
            union select f.conrelid from pg_constraint f join reached r on r.oid = f.confrelid where f.contype = 'f')
        select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname
        from reached r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where a.attnum > 0 and not a.attisdropped order by 1
        """;

    // A new column is somebody's data: whoever adds it says in what part of a copy it is, or writes down why in none.
    [Fact]
    public async Task Is_every_column_of_a_family_or_it_is_an_exception_with_a_reason()
    {
        await using var app = await App.Start(cluster);
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        var stored = await StoredRows.Column(admin, Columns);
        var copied = CopyTables.All.SelectMany(t => t.Fields.Select(f => $"{t.Name}.{f.Column}")).ToHashSet(StringComparer.Ordinal);

        Assert.True(stored.Count > 200, "the catalogue was read");
        Assert.Equal([], stored.Where(c => !copied.Contains(c) && Reason(c) is null));
        Assert.Equal([], copied.Where(c => !stored.Contains(c) || Reason(c) is not null));
        Assert.Equal([], CopyExceptions.Columns.Keys.Where(c => !stored.Contains(c)));
        Assert.Equal([], CopyExceptions.Tables.Keys.Where(t => !stored.Any(c => c.StartsWith(t + ".", StringComparison.Ordinal))));
        Assert.All(CopyExceptions.Columns.Values.Concat(CopyExceptions.Tables.Values).Concat(CopyExceptions.Everywhere.Values), r => Assert.True(r.Length > 8, r));
    }

    // What is declared is really read and said: a family of whom every column has a value.
    [Fact]
    public async Task Is_every_value_of_them_in_words_in_the_part_of_whose_it_is()
    {
        await using var app = await App.Start(cluster);
        var id = await WholeFamily.Store(app);
        JsonNode[] files = [await Copying.Of(app, id, "moeder"), await Copying.Of(app, id, "kind"), await Copying.Of(app, id, "partner", "partner"), await Copying.Of(app, id, "vragenlijsten", persona: "kraamverzorgende")];

        var said = files.SelectMany(Lines).SelectMany(l => l["gegevens"]!.AsArray().Select(v => (Table: Table(l), Name: (string)v!["naam"]!, Words: (string)v["in_woorden"]!))).ToList();

        Assert.Equal([], CopyTables.All.SelectMany(t => t.Fields.Select(f => (t.Name, f.Name))).Except(said.Select(s => (s.Table, s.Name))));
        Assert.All(said, s => Assert.False(string.IsNullOrWhiteSpace(s.Words)));
        var mother = files[0];
        Assert.Equal(["wie", "aanvraag", "weging", "uitleg", "besluiten", "geboorte", "zorg", "vertrouwelijk", "vragenlijsten", "toestemming", "wie-erbij", "rechten", "gedaan", "inzage"], mother["onderdelen"]!.AsArray().Select(s => (string)s!["code"]!));
        Assert.Equal(["Heerlen"], Values(mother, "residence", "gemeente").Take(1));
        Assert.Contains("2 uur", Values(mother, "care_entry", "kwartieren"));
        Assert.Contains("U kreeg een plaats", Values(mother, "decision", "uitslag"));
        Assert.Contains("Financiële problemen", Values(mother, "assessment_factor", "factor"));
        Assert.Contains(Lines(mother), l => Table(l) == "uitleg" && l.ToJsonString().Contains("U hebt zorgen over geld.", StringComparison.Ordinal));
        Assert.Contains(Lines(mother), l => Table(l) == "gedaan" && l.ToJsonString().Contains("heeft het gezin aangemeld voor pijler 1 en 2", StringComparison.Ordinal));
        Assert.Contains(Lines(mother), l => Table(l) == "inzage" && l.ToJsonString().Contains("Keek in het dossier", StringComparison.Ordinal));
        Assert.Equal("GM0917", (string?)Lines(mother).First(l => Table(l) == "residence")["gegevens"]!.AsArray().First(v => (string)v!["naam"]! == "gemeente")!["waarde"]);
    }

    [Fact]
    public async Task Is_of_nobody_else_and_no_part_holds_what_another_part_is_of()
    {
        await using var app = await App.Start(cluster);
        var id = await WholeFamily.Store(app);
        var (mother, child, partner, answers) = ((await Copying.Of(app, id, "moeder")).ToJsonString(), (await Copying.Of(app, id, "kind", "andere-ouder")).ToJsonString(),
            (await Copying.Of(app, id, "partner", "partner")).ToJsonString(), (await Copying.Of(app, id, "vragenlijsten", persona: "kraamverzorgende")).ToJsonString());
        string[] hers = ["Anna de Proef", "6411AB", "045 123 45 67", "Opmerking van de aanvraag", "Opmerking bij de zorg", "Opmerking bij een contact", "Eigen woorden bij de uren", "Eigen woorden van het gezin", "Financi", "moeder-ontslag"], his = ["Partner Naam"], childs = ["Pleeggezin Naam"];

        Assert.All(hers[..^1], h => Assert.Contains(h, mother, StringComparison.Ordinal));
        Assert.All(his, h => Assert.Contains(h, partner, StringComparison.Ordinal));
        Assert.All(childs, c => Assert.Contains(c, child, StringComparison.Ordinal));
        foreach (var (part, others) in new[] { (mother, (string[])[.. his, .. childs]), (child, [.. hers[1..], .. his]), (partner, [.. hers[1..], .. childs]), (answers, [.. hers[1..], .. his, .. childs]) })
        {
            Assert.All(others, o => Assert.DoesNotContain(o, part, StringComparison.Ordinal));
            Assert.All((string[])["Ander Gezin", "999911120", "aanmelder@praktijk.example", "demo:", "Oud-Naam Van Wie Ook"], o => Assert.DoesNotContain(o, part, StringComparison.Ordinal));
        }
    }

    // "Factors about a partner are his data": marked so in the list, they leave her part, its explanation too, and are in his.
    [Fact]
    public async Task Of_a_factor_about_the_partner_is_his()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit("national/factors/1.json", "\"label\": \"Financiële problemen\", \"kind\": \"risk\"", "\"label\": \"Financiële problemen\", \"kind\": \"risk\", \"about\": \"partner\"");
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var id = await new Builder(app).Dossier().Save();

        var (mother, partner) = (await Copying.Of(app, id, "moeder"), await Copying.Of(app, id, "partner", "partner"));

        Assert.DoesNotContain("Financiële problemen", mother.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("zorgen over geld", mother.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["Financiële problemen"], Values(partner, "assessment_factor", "factor"));
    }

    private static string? Reason(string column)
    {
        var at = column.LastIndexOf('.');
        return CopyExceptions.Tables.GetValueOrDefault(column[..at]) ?? CopyExceptions.Columns.GetValueOrDefault(column) ?? CopyExceptions.Everywhere.GetValueOrDefault(column[(at + 1)..]);
    }

    private static IEnumerable<JsonNode> Lines(JsonNode file) => file["onderdelen"]!.AsArray().SelectMany(s => s!["regels"]!.AsArray()).Select(l => l!);

    private static string Table(JsonNode line) => ((string)line["regel"]!).Split(':')[0];

    private static IEnumerable<string> Values(JsonNode file, string table, string name) => Lines(file).Where(l => Table(l) == table).SelectMany(l => l["gegevens"]!.AsArray()).Where(v => (string)v!["naam"]! == name).Select(v => (string)v!["in_woorden"]!);
}
