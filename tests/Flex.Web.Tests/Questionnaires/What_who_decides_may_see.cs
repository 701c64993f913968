using System.Net;
using Flex.Web.Tests.Support;
using Npgsql;
using static Flex.Web.Tests.Questionnaires.Filling_in_with_a_family;

namespace Flex.Web.Tests.Questionnaires;

/// <summary>Nationality is asked in the list only, and whoever decides about a place neither asks it nor sees it.</summary>
public sealed class What_who_decides_may_see(TestCluster cluster)
{
    private const string Sheet = "/factsheet/zuid-limburg-2021";

    [Theory]
    [InlineData("verloskundige")]
    [InlineData("kraamverzorgende")]
    [InlineData("jgz")]
    [InlineData("intaker")]
    [InlineData("coordinator")]
    [InlineData("gezin")]
    [InlineData("gemeente")]
    [InlineData("verzekeraar")]
    [InlineData("onderzoeker")]
    [InlineData("programmabureau")]
    [InlineData("privacy")]
    public async Task Is_on_no_page_once_the_list_is_finished(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Answered(app, "nationaliteit", "niet-nederlands");
        using var visitor = await app.Visit(persona);
        foreach (var page in new[] { $"/dossiers/{id}", $"/dossiers/{id}/historie", $"/dossiers/{id}/besluit/1", $"/dossiers/{id}/besluit/2", "/werk", "/dossiers", $"/dossiers/{id}/vragenlijst/start" })
        {
            await visitor.Get(page);
            var seen = visitor.Page.DocumentElement.OuterHtml;
            Assert.True(!seen.Contains("ederlands", StringComparison.OrdinalIgnoreCase) && !seen.Contains("nationaliteit", StringComparison.OrdinalIgnoreCase), page);
        }

        var sent = await Send(visitor, id, finish: true, null, ("nationaliteit", "nederlands"));
        Assert.NotEqual(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal("niet-nederlands", await app.Database.AsAdmin("select answer from answer where item = 'nationaliteit'"));
    }

    [Theory]
    [InlineData("intaker", false)]
    [InlineData("coordinator", false)]
    [InlineData("onderzoeker", true)]
    [InlineData("verloskundige", true)]
    public async Task Is_in_no_figure_of_theirs_not_even_as_a_total(string persona, bool counted)
    {
        await using var app = await App.Start(cluster);
        await Answered(app, "nationaliteit", "niet-nederlands");
        using var visitor = await app.Visit(persona);
        foreach (var address in (string[])[Sheet, Sheet + "/controle", "/api/v1/factsheets/zuid-limburg-2021"])
        {
            var text = await (await visitor.Get(address)).Content.ReadAsStringAsync();

            Assert.Contains("Opleiding", text, StringComparison.Ordinal);
            Assert.True(counted == text.Contains("nationaliteit", StringComparison.OrdinalIgnoreCase), address);
            Assert.True(counted == text.Contains("Niet Nederlands", StringComparison.Ordinal), address);
            Assert.True(counted != text.Contains("U beslist over gezinnen. Cijfers over vragen die niet mogen meewegen in een besluit, ziet u daarom niet.", StringComparison.Ordinal), address);
        }
    }

    [Theory]
    [InlineData("coordinator", false)]
    [InlineData("onderzoeker", true)]
    public async Task Is_on_no_paper_of_theirs(string persona, bool counted)
    {
        await using var app = await App.Start(cluster);
        await Answered(app, "nationaliteit", "niet-nederlands");
        using var visitor = await app.Visit(persona);
        var file = Path.Combine(Path.GetTempPath(), $"flex-{Guid.NewGuid():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(file, await (await visitor.Get(Sheet + "/pdf")).Content.ReadAsByteArrayAsync(), TestContext.Current.CancellationToken);
            var text = await Flex.Web.Data.Cluster.Tool.Run("pdftotext", "-layout", file, "-");

            Assert.Contains("Opleiding", text, StringComparison.Ordinal);
            Assert.Equal(counted, text.Contains("nationaliteit", StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("intaker")]
    [InlineData("coordinator")]
    public async Task Is_that_a_list_was_filled_in_and_how_many_answers_it_has(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Answered(app, "nationaliteit", "niet-nederlands");
        using var decider = await app.Visit(persona);

        await decider.Get($"/dossiers/{id}");

        Assert.Contains("Vragenlijst bij de start Afgerond op 15-05-2023, 2 van 5 vragen beantwoord.", Text(decider), StringComparison.Ordinal);
        Assert.Empty(decider.Page.QuerySelectorAll("a[href*=vragenlijst]"));
        await decider.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de vragenlijst “Vragenlijst bij de start” opgeslagen, ingevuld op 15-05-2023", Text(decider), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verloskundige", "demo-verloskunde", "nationaliteit,werk")]
    [InlineData("verloskundige", "elders", "")]
    [InlineData("kraamverzorgende", "geboortezorg-limburg", "nationaliteit,werk")]
    [InlineData("kraamverzorgende", "elders", "")]
    [InlineData("jgz", "jgz-zuid-limburg", "nationaliteit,werk")]
    [InlineData("systeem", "", "nationaliteit,werk")]
    [InlineData("intaker", "geboortezorg-limburg", "")]
    [InlineData("coordinator", "geboortezorg-limburg", "")]
    [InlineData("programmabureau", "", "")]
    [InlineData("gemeente", "", "")]
    [InlineData("", "", "")]
    public async Task Holds_in_the_database_for_every_role(string role, string organisation, string expected)
    {
        await using var app = await App.Start(cluster);
        await Answered(app, "nationaliteit", "niet-nederlands");

        Assert.Equal(expected, await AsRole(app, role, organisation, "select coalesce(string_agg(item, ',' order by item), '') from answer"));
    }

    [Fact]
    public async Task Is_nothing_of_what_was_stored_before_anybody_marked_a_question()
    {
        await using var app = await App.Start(cluster);
        await Answered(app, "nationaliteit", "niet-nederlands");
        await app.Database.AsAdmin("set session_replication_role = replica; update answer set hidden = default");

        Assert.Equal("", await AsRole(app, "intaker", "geboortezorg-limburg", "select coalesce(string_agg(item, ','), '') from answer"));
        Assert.Equal("2", await AsRole(app, "intaker", "geboortezorg-limburg", "select max(answers_given(id))::text from response"));
    }

    [Theory]
    [InlineData("intaker", "insert into answer (response_id, item, answer, hidden) select id, 'woning', 'huur', false from response", "42501")]
    [InlineData("kraamverzorgende", "insert into answer (response_id, item, answer, hidden) select id, 'woning', 'huur', false from response", "42501")]
    [InlineData("kraamverzorgende", "update answer set answer = 'nederlands'", "")]
    [InlineData("kraamverzorgende", "update response set state = 'bezig'", "")]
    public async Task And_a_finished_list_is_changed_by_nobody_not_even_in_the_database(string role, string sql, string refused)
    {
        await using var app = await App.Start(cluster);
        await Answered(app, "nationaliteit", "niet-nederlands");
        const string All = "select string_agg(r.state || a.item || a.answer, ';' order by a.item) from answer a join response r on r.id = a.response_id";
        var before = await app.Database.AsAdmin(All);

        var error = await Record.ExceptionAsync(() => AsRole(app, role, "geboortezorg-limburg", sql, journaled: true));

        Assert.Equal(refused, (error as PostgresException)?.SqlState ?? "");
        Assert.Equal(before, await app.Database.AsAdmin(All));
    }

    private static async Task<Guid> Answered(App app, string item, string answer)
    {
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/vragenlijst/start");
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(carer, id, finish: true, null, ("werk", "bijstand"), (item, answer))).StatusCode);
        return id;
    }

    // As the application's own account, past the application.
    private static async Task<string?> AsRole(App app, string role, string organisation, string sql, bool journaled = false)
    {
        var actor = new Flex.Web.Data.Journal.Actor("test", "Test", role, organisation);
        await using var work = await app.Db.Begin(actor, "test");
        if (journaled)
        {
            work.Journal(Flex.Web.Data.Journal.Act.AnswersSaved);
        }

        work.Add(sql);
        await using var reader = await work.Read(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        var found = await reader.ReadAsync(TestContext.Current.CancellationToken) ? reader.GetString(0) : null;
        await reader.DisposeAsync();
        if (journaled)
        {
            await work.Save();
        }

        return found;
    }
}
