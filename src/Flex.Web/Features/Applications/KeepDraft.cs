using Flex.Domain.Dossiers;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Applications;

/// <summary>Keeps an application for later, resumes it and throws it away. Only its maker sees it, and it never holds a BSN.</summary>
internal static class KeepDraft
{
    public const string Keep = "bewaren";
    public const string Throw = "weggooien";

    /// <summary>The person's drafts; none while the database is away, for the form itself can be filled in meanwhile.</summary>
    public static async Task<(IReadOnlyList<Draft> Drafts, Draft? Remembered)> Own(FlexDb db, Actor actor, CancellationToken stop)
    {
        try
        {
            return await OwnDrafts.All(db, actor, stop);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return ([], null);
        }
    }

    public static async Task<IResult> Resume(HttpContext http, Guid id, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        if (await OwnDrafts.Open(db, http.Actor(), id, stop) is not { } draft)
        {
            // The back button after sending leads here: what became of it is the dossier.
            return await SameAct.Application(db, http.Actor(), id, stop) is { } sent ? Results.LocalRedirect($"/dossiers/{sent}") : Results.NotFound();
        }

        if (ApplyForFamily.Open(library).Find(p => p.Code == draft.Programme) is not { } programme)
        {
            return Results.NotFound();
        }

        return new ApplicationPage(programme, library, db.Clock.Today).Resumed(
            ApplicationForm.Resumed(http.Actor(), draft),
            $"Bewaard op {Ui.Dutch.Kept(draft.SavedAt, db.Clock)}",
            "Deze aanmelding is nog niet verstuurd. Een BSN bewaren we niet: typ het opnieuw.");
    }

    public static async Task<IResult> Save(HttpContext http, IFormCollection posted, ApplicationPage page, FlexDb db, CancellationToken stop)
    {
        var form = ApplicationForm.Posted(http.Actor(), posted, db.Clock);
        var names = ApplicationFields.InDraft(page.Library.National.Factors).ToList();
        var misplaced = names.Where(n => form.Ticked(n).Any(Bsn.In)).Select(n => new Problem(n, null, Bsn.Misplaced)).ToList();
        if (misplaced.Count > 0)
        {
            return page.Wrong(form, misplaced);
        }

        var draft = new Draft(form.Act, Draft.Application, page.Programme.Code, form.Version, db.Clock.Now, form.Kept(names));
        if (await OwnDrafts.Save(db, http.Actor(), draft, stop) || (await OwnDrafts.Open(db, http.Actor(), draft.Id, stop))?.Says(draft.Fields) == true)
        {
            return new SavedAct($"/aanmelden/concept/{draft.Id}", "concept");
        }

        return await ChangedElsewhere(http, posted, page, db, stop);
    }

    /// <summary>What was typed stays; sending or keeping it once more is then meant.</summary>
    public static async Task<IResult> ChangedElsewhere(HttpContext http, IFormCollection posted, ApplicationPage page, FlexDb db, CancellationToken stop)
    {
        var act = ApplicationForm.Posted(http.Actor(), posted, db.Clock).Act;
        var now = await OwnDrafts.Open(db, http.Actor(), act, stop);
        return page.Conflict(
            ApplicationForm.Posted(http.Actor(), posted, db.Clock, again: now is null, version: now?.Version),
            now is null
                ? new("Deze aanmelding is al verstuurd of weggegooid", "Dat gebeurde in een ander venster. Wat u hier invulde staat er nog. Verstuurt u dit ook, dan is het een nieuwe aanmelding.")
                : new("Deze aanmelding is intussen veranderd", $"In een ander venster is zij bewaard op {Ui.Dutch.Kept(now.SavedAt, db.Clock)}. Wat u hier invulde staat er nog. Bewaart of verstuurt u nu, dan geldt wat hier staat."));
    }

    public static async Task<IResult> Discard(HttpContext http, IFormCollection posted, FlexDb db, CancellationToken stop)
    {
        await using var work = await db.Begin(http.Actor(), "concept", stop);
        SentDraft.Empty(work, ApplicationForm.Posted(http.Actor(), posted, db.Clock).Act);
        await work.Save();
        return new SavedAct("/aanmelden", "weggegooid");
    }
}
