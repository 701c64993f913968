using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>Rows on a dossier: found by the number under which the same sender applied.</summary>
public sealed class Care_and_answers(TestCluster cluster) : IAsyncLifetime
{
    private const string CareHeader = "nummer;aanmeldnummer;pijler;dag;uren;zorgverlener;opmerking\n";
    private const string AnswerHeader = "nummer,aanmeldnummer,vragenlijst,versie,ingevuld_op,werk,partner,zelfvertrouwen\n";
    private FileDoor door = null!;

    public async ValueTask InitializeAsync()
    {
        door = await FileDoor.Open(cluster);
        await door.Read("applications", Rows.File(Rows.Family(1, ("geboren_op", "2022-05-28"), ("besluit_1", "toegelaten"), ("besluit_1_op", "2022-03-05")), Rows.Family(2)));
    }

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task Care_is_stored_in_quarter_hours_with_one_line_per_dossier()
    {
        var said = await door.Read("care", CareHeader + "Z1;T-001;1;2022-06-02;7,5;Kraam A;\nZ2;T-001;1;03-06-2022;0.25;Kraam B;goed\nZ3;T-001;1;2029-06-03;24;Kraam B;\n");

        Assert.Contains("4,Z3,dag,2029-06-03", said.Rejects.Replace(';', ','), StringComparison.Ordinal);
        Assert.Equal("2022-06-02:30,2022-06-03:1", await door.One("select string_agg(day || ':' || quarters, ',' order by day) from care_entry"));
        Assert.Equal(1, await door.Count("journal.entry where act = 'CareRegistered'"));
        Assert.Equal(1, await door.Count("(select distinct entry_id from care_entry) x"));
    }

    [Theory]
    [InlineData("T-001;2;2022-06-02;3;K", "niet toegelaten tot pijler 2")]
    [InlineData("T-002;1;2022-06-02;3;K", "niet toegelaten tot pijler 1")]
    [InlineData("T-009;1;2022-06-02;3;K", "Aanmelding T-009 kennen we niet")]
    [InlineData(";1;2022-06-02;3;K", "nummer in waaronder dit gezin is aangemeld")]
    [InlineData("T-001;1;2022-05-20;3;K", "voor de geboorte")]
    [InlineData("T-001;1;2022-06-02;3,1;K", "hele kwartieren")]
    [InlineData("T-001;1;2022-06-02;24,25;K", "hele kwartieren")]
    [InlineData("T-001;1;2022-06-02;0;K", "hele kwartieren")]
    [InlineData("T-001;1;2022-06-02;-1;K", "hele kwartieren")]
    [InlineData("T-001;een;2022-06-02;3;K", "voor welke pijler de zorg was")]
    [InlineData("T-001;1;2022-06-02;3;", "wie de zorg gaf")]
    public async Task Impossible_care_is_rejected(string fields, string sentence)
    {
        var said = await door.Read("care", CareHeader + "Z1;" + fields + ";\nZ2;T-001;1;2022-05-21;1;K;\n");

        Assert.Equal(1, said.Code);
        Assert.Contains(sentence, said.Rejects, StringComparison.Ordinal);
        Assert.Equal(1, await door.Count("care_entry"));
    }

    [Theory]
    [InlineData("999959979;T-001;1;2022-06-02;3;K;", "nummer")]
    [InlineData("Z1;999959979;1;2022-06-02;3;K;", "aanmeldnummer")]
    [InlineData("Z1;T-001;1;2022-06-02;3;K 999 959 979;", "zorgverlener")]
    [InlineData("Z1;T-001;1;2022-06-02;3;K;bsn:9999.59.979", "opmerking")]
    [InlineData("Z1;T-001;999959979;2022-06-02;3;K;", "pijler")]
    public async Task Care_with_a_bsn_is_neither_stored_nor_shown(string row, string column)
    {
        var said = await door.Read("care", CareHeader + row + "\n");

        Assert.Contains(column + ";;\"Hier lijkt een BSN in te staan. Haal het weg;", said.Rejects, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"9\D?59\D?979", said.Rejects + said.Text);
        Assert.Equal((0, 0), (await door.Count("care_entry"), await door.Count("import_row where kind = 'care'")));
    }

    [Fact]
    public async Task What_nearly_is_a_bsn_is_not_repeated_in_a_sentence_either()
    {
        var said = await door.Read("care", CareHeader + "Z1;999959978;1;2022-06-02;3;K;\n");

        Assert.Contains("Aanmelding (weggelaten) kennen we niet", said.Rejects, StringComparison.Ordinal);
        Assert.DoesNotContain("999959978", said.Rejects, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999959979,T-001,start,1,2022-04-01,,,", "nummer")]
    [InlineData("V1,999959979,start,1,2022-04-01,,,", "aanmeldnummer")]
    [InlineData("V1,T-001,start,1,2022-04-01,999959979,,", "werk")]
    public async Task Answers_with_a_bsn_are_neither_stored_nor_shown(string row, string column)
    {
        var said = await door.Read("questionnaires", AnswerHeader + row + "\n");

        Assert.Contains(column + ",,Hier lijkt een BSN in te staan", said.Rejects, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"9\D?59\D?979", said.Rejects + said.Text);
        Assert.Equal((0, 0), (await door.Count("response"), await door.Count("import_row where kind = 'questionnaires'")));
    }

    [Fact]
    public async Task Care_after_the_programme_ended_is_kept()
    {
        Assert.Equal(0, (await door.Read("care", CareHeader + "Z1;T-001;1;2024-07-01;3;K;\n")).Code);
    }

    [Fact]
    public async Task A_care_number_is_skipped_or_rejected_like_any_other()
    {
        await door.Read("care", CareHeader + "Z1;T-001;1;2022-06-02;3;K;\n");

        var said = await door.Read("care", CareHeader + "Z1;T-001;1;2022-06-02;3;K;\nZ1;T-001;1;2022-06-02;4;K;\n");

        Assert.Contains("1 overgeslagen", said.Text, StringComparison.Ordinal);
        Assert.Contains("3;Z1;nummer;Z1;", said.Rejects, StringComparison.Ordinal);
        Assert.Equal(1, await door.Count("care_entry"));
    }

    [Fact]
    public async Task Answers_are_stored_and_what_is_empty_is_not_answered()
    {
        var said = await door.Read("questionnaires", AnswerHeader + "V1,T-001,start,1,2022-04-01,werkloos,,\nV2,T-001,half-jaar,1,2022-12-01,,,soms\n");

        Assert.Equal((0, ""), (said.Code, said.Rejects));
        Assert.Equal("half-jaar:zelfvertrouwen=soms,start:werk=werkloos", await door.One(
            "select string_agg(questionnaire || ':' || item || '=' || answer, ',' order by questionnaire) from response r join answer a on a.response_id = r.id"));
        Assert.Equal(2, await door.Count("journal.entry where act = 'AnswersStored' and body is not null"));
    }

    [Theory]
    [InlineData("T-001,start,1,2022-04-01,dansen,,", "Kies uit: werkloos")]
    [InlineData("T-001,start,1,2022-04-01,,,ja", "hoort niet bij vragenlijst start")]
    [InlineData("T-001,eind,1,2022-04-01,,,", "Kies uit: half-jaar, start")]
    [InlineData("T-001,start,9,2022-04-01,,,", "Kies uit: 1")]
    [InlineData("T-001,start,1,2029-04-01,,,", "toekomst")]
    [InlineData("T-009,start,1,2022-04-01,,,", "Aanmelding T-009 kennen we niet")]
    public async Task Impossible_answers_are_rejected(string fields, string sentence)
    {
        var said = await door.Read("questionnaires", AnswerHeader + "V1," + fields + "\nV2,T-002,start,1,2022-04-01,bijstand,ja,\n");

        Assert.Equal(1, said.Code);
        Assert.Contains(sentence, said.Rejects, StringComparison.Ordinal);
        Assert.Equal(1, await door.Count("response"));
    }

    [Fact]
    public async Task A_second_response_to_the_same_list_is_rejected()
    {
        await door.Read("questionnaires", AnswerHeader + "V1,T-001,start,1,2022-04-01,bijstand,,\n");

        var said = await door.Read("questionnaires", AnswerHeader + "V2,T-001,start,1,2022-05-01,bijstand,,\nV3,T-002,start,1,2022-05-01,,,\nV4,T-002,start,1,2022-05-02,,,\n");

        Assert.Contains("2,V2,vragenlijst,start,", said.Rejects, StringComparison.Ordinal);
        Assert.Contains("4,V4,vragenlijst,start,", said.Rejects, StringComparison.Ordinal);
        Assert.Equal(2, await door.Count("response"));
    }
}
