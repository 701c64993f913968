using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

/// <summary>A daily file of shifts as a test writes and sends it.</summary>
internal static class Shifts
{
    public const string Head = "nummer,gezin,zorgverlener,van,tot,soort,samen\n";

    public const string Carer = "Demo kraamverzorgende";

    /// <summary>Coordinator, family and carer, and the number of her dossier.</summary>
    public static async Task<(Guid Id, int Number, Visitor Carer, Visitor Coordinator)> Family(App app)
    {
        var (id, carer) = await Given.Family(app);
        await Given.Indicate(app, id, "49");
        var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/diensten");
        return (id, (int)(await app.Database.AsAdmin("select number from dossier where id = $1", id))!, carer, coordinator);
    }

    public static string Line(string number, int dossier, string from, string until, string carer = Carer, string setting = "", string together = "") =>
        $"{number},{dossier},{carer},{from},{until},{setting},{together}\n";

    /// <summary>Three hours on the fourteenth.</summary>
    public static string Morning(int dossier, string number = "D-1", string until = "12:00") => Line(number, dossier, "2023-05-14 09:00", $"2023-05-14 {until}");

    public static Task<HttpResponseMessage> Try(Visitor visitor, string lines) => visitor.Post("/diensten", ("tekst", Head + lines));

    public static Task<HttpResponseMessage> Store(Visitor visitor, string lines) => visitor.Post("/diensten", ("tekst", Head + lines), ("doe", "opslaan"));

    public static string Problems(Visitor visitor) => visitor.Page.QuerySelector("[data-problems]")?.TextContent.Trim() ?? "";

    /// <summary>What stands: day and times in Amsterdam, quarters and who.</summary>
    public static async Task<string?> Contacts(App app) => await app.Database.AsAdmin(
        "select string_agg(concat_ws(' ', to_char(began at time zone 'Europe/Amsterdam', 'DD HH24:MI'), quarters, caregiver), ', ' order by began, id) from care_contact c where quarters > 0 and not exists (select from care_contact n where n.replaces = c.id)") as string;
}
