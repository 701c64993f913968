using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>What is stored of a row, and what its decisions rest on.</summary>
public sealed class An_application_row(TestCluster cluster) : IAsyncLifetime
{
    private const string Bsn = "999959979";
    private FileDoor door = null!;

    public async ValueTask InitializeAsync() => door = await FileDoor.Open(cluster);

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Theory]
    [InlineData("gemeente", "GM0363", "select municipality from residence", "GM0363")]
    [InlineData("verzekeraar", "3311", "select concern from insurance", "ander")]
    [InlineData("verzekeraar", "Zilveren Kruis", "select concern from insurance", "ander")]
    [InlineData("verzekeraar", "OHRA", "select concern from insurance", "cz")]
    [InlineData("aanbieder", "Kraamzorg Elders", "select provider from application", "ander")]
    public async Task Keeps_what_lies_outside_the_lists(string column, string value, string sql, string stored)
    {
        Assert.Equal(0, (await door.Read("applications", Rows.File(Rows.Family(1, (column, value))))).Code);

        Assert.Equal(stored, await door.One(sql));
    }

    [Fact]
    public async Task An_empty_insurer_is_unknown()
    {
        Assert.Equal(0, (await door.Read("applications", Rows.File(Rows.Family(1, ("verzekeraar", ""))))).Code);

        Assert.Equal(1, await door.Count("stats.dossier where insurer_concern is null"));
    }

    [Fact]
    public async Task Opens_a_dossier_of_the_sender_with_its_journal_lines()
    {
        var path = door.Write(System.Text.Encoding.UTF8.GetBytes(Rows.File(Rows.Family(1, ("besluit_1", "toegelaten"), ("besluit_1_op", "2022-03-05")))));

        Assert.Equal(0, (await door.ReadFile("applications", path, "praktijk-x")).Code);

        Assert.Equal("praktijk-x", await door.One("select organisation from dossier"));
        Assert.Equal("toelaten|toegelaten|2022-03-05|intaker", await door.One("select concat_ws('|', proposal, outcome, decided_on, decided_by) from decision"));
        Assert.Equal("ApplicationReceived,Decided", await door.One("select string_agg(act, ',' order by act) from journal.entry where dossier_id is not null and body is not null"));
        Assert.Equal(1, await door.Count("journal.entry where act = 'ImportDone'"));
        Assert.Equal(1, await door.One("select taken from place where pillar = 1"));
    }

    [Fact]
    public async Task Puts_the_bsn_in_the_vault_and_nowhere_else()
    {
        await door.Read("applications", Rows.File(Rows.Family(1, ("bsn", Bsn)), Rows.Family(2, ("bsn", Bsn))));

        Assert.Equal(1, await door.Count("vault.bsn"));
        Assert.Equal(1, await door.Count("likely_duplicate"));
        foreach (var table in (string[])["vault.bsn", "vault.dossier_key", "journal.entry", "mother", "application", "decision", "import_row", "likely_duplicate"])
        {
            Assert.Equal(0, await door.Count($"{table} t where t::text like '%{Bsn}%' or t::text like '%{Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Bsn))}%'"));
        }
    }

    [Fact]
    public async Task A_decision_against_the_proposal_needs_its_reason()
    {
        (string, string)[] refused = [("besluit_1", "afgewezen"), ("besluit_1_op", "2022-03-05")];

        var said = await door.Read("applications", Rows.File(Rows.Family(1, refused), Rows.Family(2, [.. refused, ("reden_besluit", "het gezin zag ervan af")])));

        Assert.Contains("T-001,reden_besluit,,Het besluit over pijler 1 (afgewezen) wijkt af van het voorstel (toelaten)", said.Rejects, StringComparison.Ordinal);
        Assert.Equal("het gezin zag ervan af", await door.One("select reason from decision"));
    }

    [Theory]
    [InlineData("besluit_1_op", "2022-02-28", "voor de dag van ontvangst")]
    [InlineData("besluit_1_op", "", "dag van het besluit")]
    [InlineData("besluit_1_op", "2030-01-01", "toekomst")]
    [InlineData("besloten_door", "", "wie het besluit nam")]
    [InlineData("pijlers", "2", "niet aangemeld")]
    public async Task A_decision_that_cannot_be_is_rejected(string column, string value, string sentence)
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, ("besluit_1", "toegelaten"), ("besluit_1_op", "2022-03-05"), (column, value))));

        Assert.Contains(sentence, said.Rejects, StringComparison.Ordinal);
        Assert.Equal(0, await door.Count("dossier"));
    }

    [Fact]
    public async Task Takes_places_in_the_order_of_the_file_and_never_one_too_many()
    {
        var rows = Enumerable.Range(0, 103).Select(n => Rows.Family(n, ("besluit_2", n == 101 ? "wachtlijst" : "toegelaten"), ("besluit_2_op", "2022-03-05")));

        var said = await door.Read("applications", Rows.File(rows));

        Assert.Equal(1, said.Code);
        Assert.Contains("102,T-100,besluit_2,toegelaten,Er is geen plaats meer in pijler 2", said.Rejects, StringComparison.Ordinal);
        Assert.Contains("104,T-102,besluit_2,toegelaten,Er is geen plaats meer in pijler 2", said.Rejects, StringComparison.Ordinal);
        Assert.Equal("0/100", await door.One("select string_agg(taken::text, '/' order by pillar) from place where programme = 'zuid-limburg-2021'"));
        Assert.Equal("wachtlijst", await door.One("select proposal from decision d join import_row r on r.dossier_id = d.dossier_id where r.number = 'T-101'"));
        Assert.Equal(101, await door.Count("dossier"));
    }
}
