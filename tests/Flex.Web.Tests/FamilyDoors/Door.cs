using System.Net;
using Flex.Web.Data.Families;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>Letting a family in through the front door.</summary>
internal static class Door
{
    /// <summary>A family in care that said how she can be reached: by default with a letter or a call.</summary>
    public static async Task<Guid> Family(App app, string means = "brief", string name = "Anna de Proef")
    {
        var id = await new Builder(app).Dossier().InCare().Of(name).Save();
        await Say(app, id, means);
        return id;
    }

    /// <summary>Somebody writes down how she can be reached.</summary>
    public static async Task Say(App app, Guid id, string means)
    {
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/bereiken");
        Assert.Equal(HttpStatusCode.SeeOther, (await carer.Post($"/dossiers/{id}/bereiken", [.. Hidden(carer), ("contact", means), ("contact_leest_mee", means == "geen" ? "" : "niemand")])).StatusCode);
    }

    /// <summary>A link and its code, as the professional sees them once.</summary>
    public static async Task<(string Link, string Code)> Invite(App app, Guid id, string who = "moeder", string persona = "kraamverzorgende")
    {
        using var carer = await app.Visit(persona);
        var answer = await Ask(carer, id, who);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {Looking_at_a_dossier.Text(carer)}");
        return Shown(carer);
    }

    public static async Task<HttpResponseMessage> Ask(Visitor carer, Guid id, string who = "moeder", params (string, string)[] also)
    {
        await carer.Get($"/dossiers/{id}/gezin");
        return await carer.Post($"/dossiers/{id}/gezin", [.. Hidden(carer), ("voor_wie", who), .. also.Length > 0 ? also : [("hoe_link", "hand")]]);
    }

    public static (string Link, string Code) Shown(Visitor carer)
    {
        var shown = carer.Page.QuerySelectorAll("main .flex-secret li").Select(l => l.TextContent.Trim()).ToList();
        return (new Uri(shown[1]).AbsolutePath, shown[0]);
    }

    /// <summary>Opens a link with a code in a browser of its own.</summary>
    public static async Task<Visitor> Enter(App app, Guid id, string who = "moeder")
    {
        var (link, code) = await Invite(app, id, who);
        var visitor = await app.Visit();
        await visitor.Get(link);
        Assert.Equal("/gezin", (await visitor.Post(link, ("gezin_code", code))).Headers.Location?.OriginalString);
        return visitor;
    }

    /// <summary>A professional gives her device; the visitor is then the family's.</summary>
    public static async Task<Visitor> HandOver(App app, Guid id, string list = "start")
    {
        var visitor = await app.Visit("kraamverzorgende");
        await visitor.Get($"/dossiers/{id}/gezin");
        var answer = await visitor.Post($"/dossiers/{id}/gezin/samen", [.. Hidden(visitor), ("samen_wie", "moeder"), ("lijst", list)]);
        Assert.Equal($"/gezin/vragenlijst/{list}", answer.Headers.Location?.OriginalString);
        return visitor;
    }

    public static Task<HttpResponseMessage> Fill(Visitor visitor, string list, params (string, string)[] answers) => visitor.Post($"/gezin/vragenlijst/{list}", [("act", Guid.NewGuid().ToString()), .. answers]);

    public static IEnumerable<(string, string)> Hidden(Visitor visitor) => visitor.Page.QuerySelectorAll("main form").First().QuerySelectorAll("input[type=hidden][name]")
        .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => f.Item1 != "__RequestVerificationToken");

    public static string Text(Visitor visitor) => Looking_at_a_dossier.Text(visitor);

    public static Task<object?> Acts(App app, Guid id) =>
        app.Database.AsAdmin("select string_agg(act, ',' order by at, id) from journal.entry where dossier_id = $1 and (act like 'Family%' or act = 'DeviceHanded' or role = 'gezin')", id);

    public static string Closed => FamilyDoor.OverPath;
}
