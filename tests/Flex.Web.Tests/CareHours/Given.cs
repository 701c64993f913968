using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

/// <summary>What a test of hours from when to when types: a family admitted to pillar 1 since 1 May, a child born on 10 May 2023.</summary>
internal static class Given
{
    public static async Task<(Guid Id, Visitor Carer)> Family(App app)
    {
        var (id, carer) = await Registering_hours.Admitted(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; update decision set decided_on = '2023-05-01' where dossier_id = '{id}'");
        await carer.Get($"/dossiers/{id}/zorg/contact");
        return (id, carer);
    }

    public static Task<HttpResponseMessage> Register(Visitor visitor, Guid id, string day, string from, string until, params (string Name, string Value)[] more) =>
        visitor.Post($"/dossiers/{id}/zorg/contact", [("dag", day), ("van", from), ("tot", until), .. more, .. more.Any(m => m.Name == "act") ? [] : new[] { ("act", Guid.CreateVersion7().ToString()) }]);

    public static Task<HttpResponseMessage> Correct(Visitor visitor, Guid id, Guid contact, string day, string from, string until, params (string Name, string Value)[] more) =>
        visitor.Post($"/dossiers/{id}/zorg/contact/{contact}", [("dag", day), ("van", from), ("tot", until), ("reden", "Verkeerde tijd"), ("act", Guid.CreateVersion7().ToString()), .. more]);

    public static async Task Indicate(App app, Guid id, string hours, string from = "10-05-2023", params (string Name, string Value)[] more)
    {
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/zorg/indicatie");
        var answer = await intaker.Post($"/dossiers/{id}/zorg/indicatie", [("uren", hours), ("vanaf", from), ("door", "intaker"), .. more.Any(m => m.Name == "moment") ? [] : new[] { ("moment", "intake") }, ("act", Guid.CreateVersion7().ToString()), .. more]);
        Assert.Equal($"/dossiers/{id}/zorg", answer.Headers.Location?.OriginalString);
    }

    public static async Task AskCover(App app, Guid id, string billedBy, params (string Name, string Value)[] more)
    {
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/zorg/verzekering");
        var answer = await intaker.Post($"/dossiers/{id}/zorg/verzekering", [.. more.Any(m => m.Name == "aanvullend") ? [] : new[] { ("aanvullend", "nee") }, ("wie_int", billedBy), ("act", Guid.CreateVersion7().ToString()), .. more]);
        Assert.Equal($"/dossiers/{id}/zorg", answer.Headers.Location?.OriginalString);
    }

    /// <summary>The lines that hold, as day source payer-of-the-contribution quarters cents.</summary>
    public static async Task<string?> Lines(App app, Guid id) => await app.Database.AsAdmin(
        "select string_agg(concat_ws(' ', day, source, contribution_payer, quarters, contribution), E'\n' order by began) from payer_line where dossier_id = $1 and withdrawn_on is null", id) as string;

    public static async Task<Guid> Contact(App app, string day) =>
        (Guid)(await app.Database.AsAdmin("select id from care_contact c where (began at time zone 'Europe/Amsterdam')::date = $1::date and not exists (select from care_contact n where n.replaces = c.id)", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))!;
}
