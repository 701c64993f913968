using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.WorkLists;

/// <summary>Invented families straight in the database, for lists that need many.</summary>
internal static class Families
{
    public static async Task<Guid> Apply(App app, string mother, DateOnly received, DateOnly? due = null, string organisation = "verloskunde-elders", DateOnly? born = null)
    {
        var application = new Application
        {
            ReceivedOn = received,
            Applicant = "verloskundige",
            MotherName = mother,
            MotherBirthDate = new DateOnly(1995, 4, 3),
            DueDate = due ?? received.AddDays(100),
            BirthDate = born,
            FirstPregnancy = "ja",
            Helpers = "0",
            Pillars = [1, 2],
        };
        await using var work = await app.Db.Begin(new Actor("test", "Test", "verloskundige", organisation), "test");
        var dossier = NewDossier.Open(application, app.Library.National.Factors, work.Clock, entryId: work.EntryId);
        work.Journal(Act.ApplicationReceived, dossier.Key, dossier.Body);
        DossierTables.Add(work, "zuid-limburg-2021", [dossier]);
        OpenWork.Refresh(work, app.Library.Programmes["zuid-limburg-2021"], dossier.Id);
        await work.Save();
        return dossier.Id;
    }

    /// <summary>Admits a family to a pillar, with facts of no account.</summary>
    public static async Task Admit(App app, Guid dossier, int pillar)
    {
        await using var work = await app.Db.Begin(new Actor("test", "Test", "intaker", "geboortezorg-limburg"), "test");
        work.Journal(Act.Decided, dossier: dossier);
        work.Add("""
            insert into decision (id, dossier_id, pillar, outcome, proposal, decided_on, decided_by, criteria_version, rule_version, facts, act_id, entry_id)
            values ($1, $2, $3, 'toegelaten', 'toelaten', $4, 'Test', 'v', '1', '', $1, $5)
            """, work.Clock.NewId(), dossier, pillar, work.Clock.Today, work.EntryId);
        work.Add("insert into held_place (id, programme, pillar, dossier_id, state, held_on, entry_id) values ($1, 'zuid-limburg-2021', $2, $3, 'gereserveerd', $4, $5)", work.Clock.NewId(), pillar, dossier, work.Clock.Today, work.EntryId);
        OpenWork.Refresh(work, app.Library.Programmes["zuid-limburg-2021"], dossier);
        await work.Save();
    }
}
