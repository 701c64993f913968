using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

public sealed class A_link_for_a_family(TestCluster cluster)
{
    [Fact]
    public async Task Is_shown_once_with_its_code_kept_unreadable_and_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var carer = await app.Visit("kraamverzorgende");

        var answer = await Door.Ask(carer, id);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var (link, code) = Door.Shown(carer);
        Assert.Matches("^/gezin/open/[A-Za-z0-9_-]{32}$", link);
        Assert.Matches("^[0-9]{4} [0-9]{4}$", code);
        Assert.Equal("moeder|hand|Demo kraamverzorgende|0|t", await app.Database.AsAdmin(
            "select concat_ws('|', who, way, made_by, tries, expires_at = made_at + interval '7 days') from family_invitation i join journal.entry e on e.id = i.entry_id where e.act = 'FamilyInvited' and i.dossier_id = $1", id));
        var kept = (string)(await app.Database.AsAdmin("select i::text || (select string_agg(e::text, '') from journal.entry e) from family_invitation i"))!;
        Assert.DoesNotContain(link.Split('/')[^1], kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal))), kept, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/gezin");
        Assert.Contains("De moeder Link, ", Door.Text(carer), StringComparison.Ordinal);
        Assert.DoesNotContain(code, carer.Page.Source.Text, StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft een link met een code voor het gezin gemaakt.", Door.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_is_one_and_does_not_show_the_code_again()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/gezin");
        List<(string, string)> form = [.. Door.Hidden(carer), ("voor_wie", "moeder"), ("hoe_link", "hand")];
        await carer.Post($"/dossiers/{id}/gezin", form);

        var again = await carer.Post($"/dossiers/{id}/gezin", form);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Deze link was al gemaakt", Door.Text(carer), StringComparison.Ordinal);
        Assert.Null(carer.Page.QuerySelector(".flex-secret"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from family_invitation"));
    }

    [Theory]
    [InlineData("", "hand", "voor_wie")]
    [InlineData("buurvrouw", "hand", "voor_wie")]
    [InlineData("moeder", "", "hoe_link")]
    [InlineData("moeder", "duif", "hoe_link")]
    [InlineData("moeder", "mail", "gezin_mail")]
    [InlineData("partner", "mail", "hoe_link")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string who, string way, string field)
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app, "mail");
        using var carer = await app.Visit("kraamverzorgende");

        var answer = await Door.Ask(carer, id, who, ("hoe_link", way));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(carer.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from family_invitation"));
    }

    [Fact]
    public async Task By_mail_says_nothing_of_what_it_is_about_and_never_the_code()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer();
        var id = await Door.Family(app, "mail");
        using var carer = await app.Visit("kraamverzorgende");

        await Door.Ask(carer, id, "moeder", ("hoe_link", "mail"), ("gezin_mail", "anna@post.example"));
        var code = carer.Page.QuerySelector("main .flex-secret li")!.TextContent.Trim();
        Assert.Single(carer.Page.QuerySelectorAll("main .flex-secret li"));
        await Post.Round(app, server.Settings);

        var taken = Assert.Single(server.Taken);
        var mail = taken.Split('\n').First(l => l.StartsWith("Subject:", StringComparison.Ordinal)) + MailServer.BodyOf(taken);
        Assert.Contains("/gezin/open/", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), mail.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("zorg|kraam|geboorte|baby|kind|zwanger|programma|proeftuin|Anna de|Limburg|dossier", RegexOptions.IgnoreCase), mail);
    }

    [Fact]
    public async Task Is_not_offered_by_mail_to_who_did_not_choose_it_nor_taken_when_it_is_asked_all_the_same()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app, "sms");
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/gezin");
        Assert.Null(carer.Page.QuerySelector("input[name=hoe_link][value=mail]"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Door.Ask(carer, id, "moeder", ("hoe_link", "mail"), ("gezin_mail", "anna@post.example"))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from outgoing_mail"));
    }

    [Fact]
    public async Task Is_made_by_nobody_without_a_relation_and_withdrawn_by_nobody_either()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        await Door.Invite(app, id);
        var link = (Guid)(await app.Database.AsAdmin("select id from family_invitation"))!;
        await app.Database.AsAdmin($"set session_replication_role = replica; update relation set withdrawn_at = now() where dossier_id = '{id}' and kind = 'overdracht'");
        using var nurse = await app.Visit("jgz");
        await nurse.Get("/zoeken");

        Assert.Equal(HttpStatusCode.NotFound, (await nurse.Post($"/dossiers/{id}/gezin", ("voor_wie", "moeder"), ("hoe_link", "hand"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.Post($"/dossiers/{id}/gezin/intrekken", ("link", link.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.Post($"/dossiers/{id}/gezin/samen", ("samen_wie", "moeder"), ("lijst", "start"))).StatusCode);
        Assert.Equal("1 ", await app.Database.AsAdmin("select count(*) || ' ' || coalesce(max(ended_because), '') from family_invitation"));
    }

    [Fact]
    public async Task Of_another_family_cannot_be_withdrawn_from_here()
    {
        await using var app = await App.Start(cluster);
        var (mine, other) = (await Door.Family(app), await Door.Family(app, name: "Bea de Tweede"));
        await Door.Invite(app, other);
        var link = (Guid)(await app.Database.AsAdmin("select id from family_invitation"))!;
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{mine}/gezin");

        Assert.Equal(HttpStatusCode.Conflict, (await carer.Post($"/dossiers/{mine}/gezin/intrekken", ("link", link.ToString()))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from family_invitation where ended_at is not null"));
    }

    [Fact]
    public async Task Is_not_made_where_the_programme_did_not_say_how_long_it_counts()
    {
        using var copy = new Programmes.ProgrammeCopy();
        copy.Edit("zuid-limburg-2021/programme.json", "\"familyLinkDays\": 7,", "");
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var id = await Door.Family(app);
        using var carer = await app.Visit("kraamverzorgende");

        await carer.Get($"/dossiers/{id}/gezin");
        Assert.Contains("Het programma heeft nog niet bepaald hoe lang een link geldig is.", Door.Text(carer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await carer.Post($"/dossiers/{id}/gezin", ("voor_wie", "moeder"), ("hoe_link", "hand"))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from family_invitation"));
    }
}
