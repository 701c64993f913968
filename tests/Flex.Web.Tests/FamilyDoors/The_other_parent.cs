using System.Net;
using Flex.Web.Tests.Copies;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>The other parent with authority signs in to the child's part; by the broker's word of authority over a child that is known here, and by no number of his.</summary>
public sealed class The_other_parent(TestCluster cluster, OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    private const string His = "999990160";
    private const string Childs = "999991772";
    private const string Start = "/gezin/inloggen/digid";

    [Fact]
    public async Task Reads_the_copy_of_the_child_that_was_released_to_him_and_nothing_of_hers()
    {
        await using var app = await provider.ForFamilies(cluster, children: "gezag");
        var id = await Known(app);
        await A_family_that_comes_in.Decide(app, id);
        await Copying.Of(app, id, "moeder");
        await Copying.Of(app, id, "kind");
        var hers = await Part(app, id, "moeder");
        var childsOfHers = await Part(app, id, "kind");
        await Copying.Of(app, id, "kind", "andere-ouder");
        var his = await Part(app, id, "kind");
        await provider.Know("bas", bsn: [His], children: [Childs]);
        using var father = await Door.Enter(app, id, "andere-ouder");
        await father.Get("/gezin");
        Assert.Contains("Log in met DigiD", Door.Text(father), StringComparison.Ordinal);

        await provider.SignIn(father, "bas", Start);

        Assert.Equal(HttpStatusCode.OK, (await father.Get("/gezin/mijn-gegevens")).StatusCode);
        Assert.Equal([$"/gezin/afschrift/{his}"], father.Page.QuerySelectorAll("#afschrift a").Select(a => a.GetAttribute("href")));
        Assert.All((string[])["zorgen", "U krijgt dit", "aanvraag", "Anna"], said => Assert.DoesNotContain(said, father.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await father.Get($"/gezin/afschrift/{his}")).StatusCode);
        Assert.DoesNotContain("Anna", father.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await father.Get($"/gezin/afschrift/{hers}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await father.Get($"/gezin/afschrift/{childsOfHers}")).StatusCode);
        Assert.Equal("/gezin", A_visit_of_a_family.Where(await father.Get("/gezin/wie-keek")));
        Assert.Equal("hoog 1", await app.Database.AsAdmin("select level || ' ' || (select count(*) from journal.entry where act = 'FamilySignedIn' and dossier_id = $1 and role = 'gezin') from family_session", id));
        Assert.Equal(0L, await app.Database.AsAdmin($"select count(*) from journal.entry e where e::text like '%{His}%' or e::text like '%{Childs}%'"));
    }

    public static TheoryData<string, string, string[], string> Wrong => new()
    {
        { "of another child", His, ["999911120"], "DigiD liet niet zien dat u gezag hebt over dit kind." },
        { "of no child", His, [], "DigiD liet niet zien dat u gezag hebt over dit kind." },
        { "of what is no number", His, ["geen"], "DigiD liet niet zien dat u gezag hebt over dit kind." },
        { "and is the mother herself", Signing_in_as_a_family.Number, [Childs], "DigiD liet niet zien dat u gezag hebt over dit kind." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task With_authority_that_is(string what, string bsn, string[] children, string said)
    {
        await using var app = await provider.ForFamilies(cluster, children: "gezag");
        var id = await Known(app);
        await provider.Know(what, bsn: [bsn], children: children);
        using var father = await Door.Enter(app, id, "andere-ouder");

        Assert.Equal(HttpStatusCode.Forbidden, (await provider.SignIn(father, what, Start)).StatusCode);
        Assert.Contains(said, Door.Text(father), StringComparison.Ordinal);
        Assert.Equal("/gezin", A_visit_of_a_family.Where(await father.Get("/gezin/mijn-gegevens")));
        Assert.Equal("1 code", await app.Database.AsAdmin("select (select count(*) from journal.entry where act = 'FamilyNotSignedIn' and dossier_id = $1) || ' ' || level from family_session", id));
    }

    [Fact]
    public async Task Is_told_whom_to_ask_when_no_number_of_the_child_is_known()
    {
        await using var app = await provider.ForFamilies(cluster, children: "gezag");
        var id = await Signing_in_as_a_family.Known(app);
        await provider.Know("bas", bsn: [His], children: [Childs]);
        using var father = await Door.Enter(app, id, "andere-ouder");

        Assert.Equal(HttpStatusCode.Forbidden, (await provider.SignIn(father, "bas", Start)).StatusCode);
        Assert.Contains("Van het kind is hier nog geen BSN vastgelegd.", Door.Text(father), StringComparison.Ordinal);
    }

    // The link of the mother in his hands: the child over whom he has authority opens nothing of hers.
    [Fact]
    public async Task With_the_link_of_the_mother_is_somebody_else()
    {
        await using var app = await provider.ForFamilies(cluster, children: "gezag");
        var id = await Known(app);
        await provider.Know("bas", bsn: [His], children: [Childs]);
        using var father = await Door.Enter(app, id);

        Assert.Equal(HttpStatusCode.Forbidden, (await provider.SignIn(father, "bas", Start)).StatusCode);
        Assert.Contains("iemand anders dan de persoon voor wie deze link is", Door.Text(father), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_in_nowhere_when_the_broker_says_nothing_of_authority()
    {
        await using var app = await provider.ForFamilies(cluster);
        var id = await Known(app);
        using var father = await Door.Enter(app, id, "andere-ouder");

        Assert.Equal(HttpStatusCode.NotFound, (await father.Get(Start)).StatusCode);
        await father.Get("/gezin");
        Assert.Contains("Inloggen met DigiD kan hier nog niet.", Door.Text(father), StringComparison.Ordinal);
    }

    private static async Task<Guid> Known(App app)
    {
        var id = await Signing_in_as_a_family.Known(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into vault.bsn (dossier_id, person, sealed, lookup) values ('{id}', 'child-1', sha256('x'), '\\x{Convert.ToHexString(app.Db.Keys.Bsn(Childs))}')");
        return id;
    }

    private static async Task<Guid> Part(App app, Guid id, string part) => (Guid)(await app.Database.AsAdmin("select id from copy_part where dossier_id = $1 and part = $2 order by id desc limit 1", id, part))!;
}
