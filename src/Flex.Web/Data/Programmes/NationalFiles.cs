using System.Globalization;
using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads what holds in the whole country.</summary>
internal static class NationalFiles
{
    private static readonly string[] Sureness = ["verified", "secondary"];

    public static National Read(ProgrammeFolder folder, DateOnly today)
    {
        var insurers = folder.Read("national/insurers.json", Insurers);
        return new National(
            folder.Read("national/own-contribution.json", file => OwnContribution(file, today, folder.Findings)) ?? [],
            insurers?.Labels ?? [],
            folder.Read("national/municipalities.json", file => file.Distinct("municipalities", Municipality, "code")) ?? [],
            Factors(folder))
        {
            InsurerConcerns = insurers?.Concerns ?? [],
            Postcodes = folder.Exists("national/postcodes.json") ? folder.Read("national/postcodes.json", PostcodeFields.Ranges) ?? [] : [],
            Consents = folder.Exists(ConsentsFile.Name) ? folder.Read(ConsentsFile.Name, ConsentsFile.Read) ?? [] : [],
            Processing = folder.Exists(ProcessingFile.Name) ? folder.Read(ProcessingFile.Name, ProcessingFile.Read) ?? [] : [],
            Kraamzorg = folder.Exists(KraamzorgFile.Name) ? folder.Read(KraamzorgFile.Name, file => KraamzorgFile.Read(file, insurers?.Concerns ?? [])) ?? KraamzorgRules.Law : KraamzorgRules.Law,
            Terms = folder.Exists(RetentionFile.Name) ? folder.Read(RetentionFile.Name, RetentionFile.Read) ?? [] : [],
        };
    }

    private static IReadOnlyList<OwnContributionRate> OwnContribution(LocatedObject file, DateOnly today, Findings findings)
    {
        var earlier = new List<DateRange>();
        var rates = file.Each("rates", rate =>
        {
            var read = new OwnContributionRate(rate.Period(), rate.Money("perHour"), rate.Code("sureness", Sureness, "zekerheid"), rate.Source());
            if (earlier.Any(read.Period.Overlaps))
            {
                rate.Wrong(rate.Peek("from") ?? rate.Value, "Deze periode overlapt een andere eigen bijdrage.", "Laat elke periode eindigen op de dag voor de volgende.");
            }

            earlier.Add(read.Period);
            return read;
        });
        foreach (var year in new[] { today.Year, today.Year + 1 }.Where(year => !Covers(earlier, year)))
        {
            var list = file.Peek("rates") ?? file.Value;
            findings.Warnings.Add(new Finding("national/own-contribution.json", list.Line, list.Column, $"De eigen bijdrage voor {year} is nog niet gepubliceerd.", "Voeg haar toe, met bron, zodra de regeling er is; tot dan is zij onbekend."));
        }

        return rates;
    }

    private static bool Covers(List<DateRange> periods, int year)
    {
        var first = new DateOnly(year, 1, 1);
        return Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).All(day => periods.Exists(p => p.Contains(first.AddDays(day))));
    }

    private sealed record InsurerFile(IReadOnlyList<InsurerConcern> Concerns, IReadOnlyList<Insurer> Labels);

    private static InsurerFile Insurers(LocatedObject file)
    {
        var concerns = file.Distinct("concerns", c => new InsurerConcern(c.Text("code"), c.Text("name")), "code");
        string[] codes = [.. concerns.Select(c => c.Code)];
        var byUzovi = new Dictionary<string, string>(StringComparer.Ordinal);
        return new InsurerFile(concerns, file.Distinct("insurers", label => Insurer(label, codes, byUzovi), "label"));
    }

    private static Insurer Insurer(LocatedObject label, string[] concerns, Dictionary<string, string> byUzovi)
    {
        var read = new Insurer(label.Text("label"), label.TextOrNull("uzovi"), label.Code("concern", concerns, "verzekeraarsgroep"), label.Source());
        if (read.Uzovi is { } uzovi && !byUzovi.TryAdd(uzovi, read.Concern) && byUzovi[uzovi] != read.Concern)
        {
            label.Wrong(label.Peek("uzovi")!, $"UZOVI {uzovi} hoort al bij groep \"{byUzovi[uzovi]}\".", "Een UZOVI hoort bij één groep: zet beide labels in dezelfde groep of verbeter de UZOVI.");
        }

        return read;
    }

    private static Municipality Municipality(LocatedObject m) => new(m.Text("code"), m.Text("name"), m.TextOrNull("subRegion"), m.Source());

    private static FactorList Factors(ProgrammeFolder folder)
    {
        var lists = folder.Files("national/factors", "*.json").Select(file => folder.Read(file, FactorFiles.Read)).OfType<FactorList>();
        var newest = lists.MaxBy(list => int.TryParse(list.Version, CultureInfo.InvariantCulture, out var number) ? number : 0) ?? NoFactors(folder);
        return newest with
        {
            Contradictions = folder.Read("national/contradictions.json", file => ContradictionFile.Read(file, newest)) ?? [],
            Plain = folder.Read("national/plain-words.json", file => PlainWordsFile.Read(file, newest)) ?? newest.Plain,
        };
    }

    private static FactorList NoFactors(ProgrammeFolder folder)
    {
        folder.Findings.Add("national/factors", 1, 1, "Er is geen leesbare factorlijst.", "Zet een lijst in national/factors, zoals 1.json.");
        return new FactorList("", [], "");
    }
}
