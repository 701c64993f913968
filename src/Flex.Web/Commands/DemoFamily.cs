using System.Globalization;
using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Commands;

/// <summary>One reconstructed family whose care has times: each thing is typed as on its page, read by the same rules and written with a journal line of its own.</summary>
internal sealed class DemoFamily(DossierKey key, IReadOnlyDictionary<string, string> hours, IReadOnlyList<IReadOnlyDictionary<string, string>> care)
{
    /// <summary>A day after which there is no care; the extra hours are counted from the birth, before the first care.</summary>
    public DateOnly LastDay { get; } = new[] { care.Max(c => Day(c["dag"])), care.Min(c => Day(c["dag"])).AddDays(hours["extra_dag"] is { Length: > 0 } extra ? Number(extra) : 0) }.Max();

    /// <summary>Of which day the family says that it is not right, and why.</summary>
    public (int Day, string Because)? Disputed => hours["betwist_dag"] is { Length: > 0 } day ? (Number(day), hours["betwist_omdat"]) : null;

    /// <summary>Writes it in one unit of work; answers the contacts by day of life.</summary>
    public async Task<IReadOnlyDictionary<int, Guid>> Write(FlexDb db, Programme programme, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var work = await db.Begin(DemoHours.Writer, "uren uit de reconstructie vastleggen", stop);
        var facts = await FundingFacts.Read(work, key.Dossier);
        var acts = new DemoActs(work, key, facts.BirthDate!.Value);
        if (hours["geindiceerd"].Length > 0)
        {
            acts.Indicate(hours);
            acts.Stay(hours);
            acts.AskCover(hours, programme);
        }

        var given = new Dictionary<int, Guid>();
        foreach (var contact in Contacts(facts.BirthDate!.Value))
        {
            given[contact.Number] = acts.Give(contact.Fields, contact.Caregiver, facts);
        }

        await Payers.Decide(work, library, programme.Code, key.Dossier);
        OpenWork.Refresh(work, programme, key.Dossier);
        await work.Save();
        return given;
    }

    private IEnumerable<(int Number, string Caregiver, Dictionary<string, string?> Fields)> Contacts(DateOnly born)
    {
        var rows = care.Select(c => (Day: Day(c["dag"]), Hours: c["uren"], Pillar: c["pijler"]));
        var extra = hours["extra_dag"] is { Length: > 0 } day ? [(born.AddDays(Number(day) - 1), hours["extra_uren"], "1")] : Array.Empty<(DateOnly Day, string Hours, string Pillar)>();
        return rows.Concat(extra).OrderBy(r => r.Day).Select((r, i) => (r.Day.DayNumber - born.DayNumber + 1, care[0]["zorgverlener"], DemoContact.Fields(r.Day, decimal.Parse(r.Hours, CultureInfo.InvariantCulture), r.Pillar == "1", i)));
    }

    /// <summary>What was typed, as the rules read it; a problem is a defect of the file.</summary>
    internal static T Parsed<T>(IReadOnlyDictionary<string, string?> typed, DateOnly today, Func<FieldReader, T?> parse)
        where T : class
    {
        var read = new FieldReader(name => typed.GetValueOrDefault(name), today);
        return parse(read) ?? throw new InvalidOperationException($"The hours of the reconstruction: {string.Join(" ", read.Problems.Select(p => $"{p.Field} ({p.Value}): {p.Message}"))}");
    }

    internal static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
