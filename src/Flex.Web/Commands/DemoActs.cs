using System.Globalization;
using Flex.Domain.Births;
using Flex.Domain.CareHours;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Commands;

/// <summary>The acts of one reconstructed family in one unit of work.</summary>
internal sealed class DemoActs(Work work, DossierKey key, DateOnly born)
{
    private bool begun;

    public void Indicate(IReadOnlyDictionary<string, string> hours)
    {
        Indicate(born, hours["geindiceerd"], "intaker", "intake", new() { ["uren_betaald"] = hours["zou_nemen"], ["uren_nu"] = hours["wil"], ["reden_wens"] = hours["reden"] });
        if (hours["herindicatie"].Length > 0)
        {
            Indicate(born.AddDays(DemoFamily.Number(hours["herindicatie_dag"]) - 1), hours["herindicatie"], "verloskundige", "herindicatie", []);
        }
    }

    /// <summary>The birth with the days of the mother in hospital, from the day of birth; of others the day that the application says goes on counting.</summary>
    public void Stay(IReadOnlyDictionary<string, string> hours)
    {
        if (hours["opname_dagen"] is { Length: > 0 } text && DemoFamily.Number(text) is var days)
        {
            var birth = new RegisteredBirth("ziekenhuis-medisch", BirthCodes.Unknown, days, born.AddDays(days - 1), [new(born, null, true, null, null)]);
            var id = work.Clock.NewId();
            var row = new NewBirth(id, key.Dossier, NextLine(), work.Clock.NewId(), birth, null, null, work.Clock.Today, work.Actor.Name);
            work.Journal(Act.BirthRegistered, key, row.Body(null), born, id: row.EntryId);
            NewBirth.Add(work, row);
        }
    }

    public void AskCover(IReadOnlyDictionary<string, string> hours, Programme programme)
    {
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal) { ["aanvullend"] = hours["verzekering"], ["vanaf"] = born.ToString("O", CultureInfo.InvariantCulture) };
        foreach (var name in (string[])["polis", "betaalt_bijdrage", "hoogste_bedrag", "wie_int", "betaald"])
        {
            typed[name] = hours[name];
        }

        var said = DemoFamily.Parsed(typed, work.Clock.Today, CoverText.Parse);
        var asked = new NewCoverAsked(work.Clock.NewId(), key.Dossier, said, programme.Pillars.FirstOrDefault(p => p.WaivesOwnContribution)?.Number);
        asked.Add(work, Journal(Act.CoverAsked, said, null));
        if (hours["geregeld"] is { Length: > 0 } how)
        {
            NewCoverAsked.Done(work, asked.Id, how, Journal(Act.ContributionSettled, new ContributionSettledBody(said.BilledBy, said.Paid?.Value, how), null));
        }
    }

    public Guid Give(IReadOnlyDictionary<string, string?> typed, string caregiver, FamilyFunding facts)
    {
        var given = DemoFamily.Parsed(typed, work.Clock.Today, read => ContactText.Parse(read, new(LifeReading.Of(facts), null, [])));
        var contact = new NewContact(work.Clock.NewId(), key.Dossier, given, null, caregiver, "reconstructie:" + caregiver, null);
        contact.Add(work, Journal(Act.ContactRegistered, contact.Body, Domain.Shared.Amsterdam.DayOf(given.From)));
        return contact.Id;
    }

    private void Indicate(DateOnly from, string hours, string by, string moment, Dictionary<string, string?> wish)
    {
        var typed = new Dictionary<string, string?>(wish, StringComparer.Ordinal) { ["uren"] = hours, ["vanaf"] = from.ToString("O", CultureInfo.InvariantCulture), ["door"] = by, ["moment"] = moment };
        var said = DemoFamily.Parsed(typed, work.Clock.Today, read => IndicationText.Parse(read, new()));
        new NewIndication(work.Clock.NewId(), key.Dossier, said).Add(work, Journal(Act.CareIndicated, said, said.From));
    }

    private Guid Journal(Act act, object body, DateOnly? effective) => work.Journal(act, key, body, effective, id: NextLine());

    // What is decided refers to the first line of the unit of work.
    private Guid NextLine()
    {
        var id = begun ? work.Clock.NewId() : work.EntryId;
        begun = true;
        return id;
    }
}
