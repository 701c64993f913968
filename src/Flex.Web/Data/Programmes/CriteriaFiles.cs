using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Programmes;

/// <summary>The codes that conditions of one programme may use.</summary>
internal sealed record CriteriaCodes(
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> Concerns,
    IReadOnlyList<string> Providers,
    IReadOnlyList<int> Pillars)
{
    public static CriteriaCodes Of(National national, IReadOnlyList<Provider> providers, IReadOnlyList<Pillar> pillars) => new(
        [.. national.Municipalities.Select(m => m.Code)],
        [.. national.InsurerConcerns.Select(c => c.Code)],
        [.. providers.Select(p => p.Code)],
        [.. pillars.Select(p => p.Number)]);
}

/// <summary>Reads the published versions of the criteria. Which of them are applied stands in programme.json, because a published file never changes.</summary>
internal sealed class CriteriaFiles(ProgrammeFolder folder, string programme, CriteriaCodes known)
{
    private readonly List<DateOnly> dates = [];

    /// <param name="applications">The days on which families can apply, each of which needs criteria; null for a concept.</param>
    public IReadOnlyList<CriteriaVersion> Read(LocatedObject file, bool acceptsApplications, DateRange? applications)
    {
        var versions = file.Distinct("criteria", c => (Version: c.Text("version"), Applied: c.Truth("applied"), At: c.Peek("applied") ?? c.Value), "version");
        if (acceptsApplications && !versions.Any(v => v.Applied) && file.Peek("criteria") is { } list)
        {
            file.Wrong(list, "Geen versie van de criteria wordt toegepast.", "Zet applied bij ten minste één versie op true, of zet acceptsApplications op false.");
        }

        Unlisted([.. versions.Select(v => v.Version)]);
        var read = versions.Select(v => (Version: folder.Read(Path(v.Version), f => Version(f, v.Version, v.Applied)), v.At)).ToList();
        Applied(file, [.. read.Where(v => v.Version is { Applied: true }).Select(v => (v.Version!.ValidFrom, v.At))], applications?.First);
        return [.. read.Select(v => v.Version).OfType<CriteriaVersion>()];
    }

    // Every application has exactly one version: the oldest reaches back to the first day of application, each next one begins on a day.
    private static void Applied(LocatedObject file, IReadOnlyList<(DateOnly? From, Located At)> applied, DateOnly? opened)
    {
        foreach (var (_, at) in applied.Skip(1).Where(v => v.From is null))
        {
            file.Wrong(at, "Er wordt al een oudere versie van de criteria toegepast, en deze heeft geen eerste dag.", "Zet applied op false, of publiceer een versie met validFrom: de eerste dag van aanmelding waarvoor zij geldt.");
        }

        if (applied is [({ } first, var oldest), ..] && first > opened)
        {
            file.Wrong(oldest, "Voor aanmeldingen voor deze versie zijn er geen criteria.", "Pas ook een oudere versie toe, of laat applications op haar eerste dag (validFrom) beginnen.");
        }
    }

    /// <summary>One version by itself, under whatever name its author gave it, as if it were applied.</summary>
    public CriteriaVersion Alone(LocatedObject file) => Version(file, file.Peek("version")?.Text ?? "", applied: true);

    private string Path(string version) => $"{programme}/criteria/{version}.json";

    private void Unlisted(string[] versions)
    {
        foreach (var file in folder.Files($"{programme}/criteria", "*.json").Except(versions.Select(Path), StringComparer.Ordinal))
        {
            folder.Findings.Add(file, 1, 1, "Deze versie van de criteria staat niet in programme.json.", "Noem haar daar onder criteria, met applied true of false.");
        }
    }

    private CriteriaVersion Version(LocatedObject file, string version, bool applied)
    {
        file.MayText("note");
        var read = new CriteriaVersion(
            file.Code("version", [version], "deze versie (de naam van haar bestand)"),
            file.DayOrNull("validFrom"),
            applied,
            file.Distinct("pillars", Pillar, "pillar"),
            file.Source());
        if (read.ValidFrom is { } day && dates.Exists(earlier => earlier >= day))
        {
            file.Wrong(file.Peek("validFrom")!, "Deze versie begint niet na de vorige en overlapt haar dus.", "Noem de versies in programme.json van oud naar nieuw, elk met een latere eerste dag (of null als die niet bekend is).");
        }

        dates.AddRange(read.ValidFrom is { } first ? [first] : []);
        foreach (var missing in known.Pillars.Except(read.Pillars.Select(p => p.Pillar)))
        {
            file.Wrong(file.Peek("pillars") ?? file.Value, $"Pijler {missing} heeft in deze versie geen voorwaarden.", "Voeg een blok voor deze pijler toe.");
        }

        return read;
    }

    private PillarCriteria Pillar(LocatedObject block)
    {
        var number = block.Whole("pillar");
        if (!known.Pillars.Contains(number))
        {
            block.Wrong(block.Peek("pillar") ?? block.Value, $"Pijler {number} bestaat niet in dit programma.", $"Kies uit: {string.Join(", ", known.Pillars)}.");
        }

        return new PillarCriteria(number, block.Each("conditions", c => ConditionFields.Read(c, known)));
    }
}
