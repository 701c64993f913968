using Flex.Domain.Dossiers;
using Flex.Domain.Shared;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

/// <summary>A family that another organisation applied for, and an application for the same one.</summary>
internal static class Resembling
{
    /// <summary>By default as <see cref="FormFields"/> says in name, day of birth, postcode and due date.</summary>
    public static async Task<Guid> Stored(
        App app, string organisation, string? bsn = FormFields.Bsn, string mother = FormFields.Mother, DateOnly? birth = null, string postcode = "6411AB", DateOnly? due = null, string programme = "zuid-limburg-2021")
    {
        var application = new Application
        {
            ReceivedOn = new(2023, 5, 1),
            Applicant = "verloskundige",
            MotherName = mother,
            MotherBirthDate = birth ?? new(1995, 4, 3),
            Bsn = Bsn.TryParse(bsn),
            Postcode = postcode,
            DueDate = due ?? new(2023, 9, 1),
            FirstPregnancy = "ja",
            Helpers = "0",
            Pillars = [1],
        };
        await using var work = await app.Db.Begin(new Actor("test", "Test", "verloskundige", organisation), "aanmelden");
        var dossier = NewDossier.Open(application, app.Library.National.Factors, work.Clock, entryId: work.EntryId);
        work.Journal(Flex.Web.Data.Journal.Act.ApplicationReceived, dossier.Key, dossier.Body);
        DossierTables.Add(work, programme, [dossier]);
        await work.Save();
        return dossier.Id;
    }

    public static FormFields Form(string bsn = "") => new FormFields().With("act", "0190aaaa-0000-7000-8000-000000000002").With("bsn", bsn).With("aanmelder_mail", "vroedvrouw@praktijk.example");

    /// <summary>Sends the form as a midwife and answers the dossier to which she is led.</summary>
    public static async Task<Guid> Apply(App app, string bsn = "", string persona = "verloskundige")
    {
        using var visitor = await app.Visit(persona);
        await visitor.Get("/aanmelden");
        var answer = await visitor.Post("/aanmelden", Form(bsn).With("kanaal", "aanmelder").All);
        return Guid.Parse(answer.Headers.Location!.OriginalString["/dossiers/".Length..]);
    }

    /// <summary>Says as an intaker whether the new dossier is of the same family.</summary>
    public static async Task<HttpResponseMessage> Settle(App app, Guid made, string verdict, string reason = "")
    {
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/werk/lijkt-op/{made}");
        return await intaker.Post(Action(intaker), ("act", Act(intaker)), ("oordeel", verdict), ("reden", reason));
    }

    public static string Action(Visitor visitor) => visitor.Page.QuerySelector("form[action^='/werk/lijkt-op/']")!.GetAttribute("action")!;

    public static string Act(Visitor visitor) => visitor.Page.QuerySelector("form[action^='/werk/lijkt-op/'] input[name=act]")!.GetAttribute("value")!;
}
