using Flex.Domain.CareHours;
using Flex.Domain.Programmes;

namespace Flex.Web.Data.Programmes;

/// <summary>Reads pillars, providers and the bins of the hours chart.</summary>
internal static class PillarFields
{
    public static IReadOnlyList<Pillar> Pillars(LocatedObject file, bool acceptsApplications) => file.Distinct("pillars", p => Pillar(p, acceptsApplications), "number");

    private static Pillar Pillar(LocatedObject p, bool acceptsApplications)
    {
        var read = new Pillar(p.Whole("number"), p.Text("name"), p.Text("description"), p.WholeOrNull("places"), p.WholeOrNull("averageHours"), p.Source())
        {
            WaivesOwnContribution = p.MayTruth("waivesOwnContribution"),
            ApproveAboveHours = p.MayWhole("approveAboveHours"),
            Words = p.MayObject("words") is { } words ? LocatedObject.Whole(words, w => new PillarWords(w.Text("name"), w.Text("explanation"))) : null,
        };
        if (read.Places is null && acceptsApplications)
        {
            p.Wrong(p.Peek("places") ?? p.Value, "Een programma dat aanmeldingen aanneemt heeft per pijler een aantal plaatsen nodig.", "Vul het aantal plaatsen in, of zet acceptsApplications op false.");
        }

        return read;
    }

    public static IReadOnlyList<Provider> Providers(LocatedObject file)
    {
        string[] codes = [.. (file.Peek("providers")?.Items ?? []).SelectMany(p => p.Members).Where(m => m.Name == "code").Select(m => m.Value.Text)];
        return file.Distinct("providers", p => Provider(p, codes), "code");
    }

    private static Provider Provider(LocatedObject p, string[] codes) => new(
        p.Text("code"),
        p.Text("name"),
        p.Peek("takenOverBy")?.Kind == LocatedKind.Null ? null : p.Code("takenOverBy", codes, "aanbieder"),
        p.DayOrNull("takenOverFrom"),
        p.Source());

    public static IReadOnlyList<HourBin> HourBins(LocatedObject file)
    {
        if (file.ObjectOrNull("hourBins") is not { } block)
        {
            return [];
        }

        HourBin? previous = null;
        var bins = LocatedObject.Whole(block, b => (Source: b.Source(), Bins: b.Distinct("bins", bin => previous = Bin(bin, previous), "label"))).Bins;
        if (Domain.CareHours.HourBins.Check(bins) is { } problem and (HourBinsProblem.NoBins or HourBinsProblem.FirstNotAtOneQuarter or HourBinsProblem.LastNotOpen))
        {
            file.Wrong(block.Peek("bins") ?? block.Value, "De urenklassen beginnen of eindigen verkeerd.", HourBinsText.Of(problem));
        }

        return bins;
    }

    private static HourBin Bin(LocatedObject bin, HourBin? previous)
    {
        var read = new HourBin(bin.Text("label"), bin.Whole("fromQuarters"), bin.WholeOrNull("belowQuarters"));
        var from = bin.Peek("fromQuarters") ?? bin.Value;
        if (previous is not null && (previous.BelowQuarters is not { } edge || read.FromQuarters < edge))
        {
            bin.Wrong(from, $"Deze klasse overlapt \"{previous.Label}\".", "Begin waar de vorige klasse ophoudt (belowQuarters); alleen de laatste klasse is open (null).");
        }
        else if (previous?.BelowQuarters < read.FromQuarters)
        {
            bin.Wrong(from, $"Tussen \"{previous!.Label}\" en \"{read.Label}\" vallen kwartieren in geen enkele klasse.", $"Begin bij {previous.BelowQuarters}.");
        }

        if (read.BelowQuarters <= read.FromQuarters)
        {
            bin.Wrong(bin.Peek("belowQuarters")!, "Deze klasse is leeg.", "belowQuarters is de eerste waarde die er niet meer bij hoort en is dus groter dan fromQuarters.");
        }

        return read;
    }
}
