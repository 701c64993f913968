namespace Flex.Domain.CareHours;

/// <summary>Problems of the bins in Dutch, with what to do.</summary>
public static class HourBinsText
{
    /// <summary>The problem in one sentence for who writes the programme.</summary>
    public static string Of(HourBinsProblem problem) => problem switch
    {
        HourBinsProblem.NoBins => "Er zijn geen urenklassen; geef er ten minste één.",
        HourBinsProblem.FirstNotAtOneQuarter => "De eerste urenklasse begint niet bij 1 kwartier; laat haar daar beginnen (0 uur telt niet mee).",
        HourBinsProblem.Gap => "Tussen twee urenklassen zit een gat; laat elke klasse beginnen waar de vorige ophoudt.",
        HourBinsProblem.Overlap => "Twee urenklassen overlappen; laat elke klasse beginnen waar de vorige ophoudt.",
        HourBinsProblem.EmptyBin => "Een urenklasse houdt op waar zij begint; geef een hogere bovengrens.",
        HourBinsProblem.OpenBeforeLast => "Een urenklasse zonder bovengrens is niet de laatste; geef haar een bovengrens.",
        HourBinsProblem.LastNotOpen => "De laatste urenklasse heeft een bovengrens; laat die weg.",
    };
}
