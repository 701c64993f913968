using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Rights;

/// <summary>Reads a request for a copy, what is left out of a part and the decision about it.</summary>
public static class CopyText
{
    /// <summary>The field of the lines that are ticked.</summary>
    public const string LinesField = "regels";

    private const string Release = "vrijgeven";
    private const int LongestReason = 2000;

    /// <summary>What can be decided about a part.</summary>
    public static IReadOnlyList<AnswerOption> Outcomes { get; } = [new(Release, "Vrijgeven, zoals het hierboven staat"), new("weigeren", "Dit deel niet geven")];

    /// <summary>The request, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static AskedCopy? Ask(FieldReader read)
    {
        var capacity = read.Code("wie_vraagt", CopyCodes.Capacities, null);
        var by = read.Line("naam_verzoeker", "Vul in wie erom vraagt.");
        var on = read.RequiredDay("gevraagd_op", future: false, "Vul in op welke dag erom gevraagd is.");
        var check = read.Code("identiteit_nagegaan", CopyCodes.IdentityChecks, null);
        var parts = read.Codes("welk_deel", CopyCodes.Parts);
        if (parts.Count == 0 && read.Text("welk_deel") is null)
        {
            read.Wrong("welk_deel", "Kies van wie het afschrift is.");
        }
        else if (capacity.Length > 0 && parts.Except(CopyCodes.PartsOf(capacity)).Any())
        {
            read.Wrong("welk_deel", $"{Label(CopyCodes.Capacities, capacity)} krijgt alleen het deel over: {Shared.Dutch.And([.. CopyCodes.PartsOf(capacity).Select(p => Label(CopyCodes.Parts, p).ToLowerInvariant())])}. Zo krijgt de ene ouder niet wat de andere vertelde.");
        }

        if (capacity is "andere-ouder" or "voogd" or "mentor" && check is not "gezag" and not "")
        {
            read.Wrong("identiteit_nagegaan", "Wie voor een ander vraagt, laat ook zien dat hij dat mag. Kies: identiteitsbewijs en bewijs gezien.");
        }

        return read.Problems.Count == 0 ? new(on, by, capacity, check, parts) : null;
    }

    /// <summary>What is left out or put back, or null exactly when <paramref name="read"/> has problems afterwards. <paramref name="known"/>: the lines that there are.</summary>
    public static CopyOmission? Omit(FieldReader read, IReadOnlySet<string> known)
    {
        var lines = (read.Text(LinesField) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !lines.All(known.Contains))
        {
            read.Wrong(LinesField, lines.Length == 0 ? "Kruis aan om welke regels het gaat." : "Een van deze regels is er niet meer. Kijk het afschrift opnieuw na.", repeat: false);
        }

        var ground = read.Code("weglaat_grond", CopyCodes.OmissionGrounds, null);
        var because = read.Note("toelichting", LongestReason);
        if (because is null && read.Text("toelichting") is null)
        {
            read.Wrong("toelichting", "Leg uit waarom. Alleen wie het dossier bijhoudt leest dit.");
        }

        return read.Problems.Count == 0 ? new(lines, ground == "terug" ? null : ground, because!) : null;
    }

    /// <summary>The decision, or null exactly when <paramref name="read"/> has problems afterwards. <paramref name="ways"/>: what is safe for this family.</summary>
    public static DecidedCopy? Decide(FieldReader read, IReadOnlyList<AnswerOption> ways)
    {
        var outcome = read.Code("besluit", Outcomes, null);
        var handed = outcome == Release ? read.Code("meegegeven", ways, null) : null;
        var ground = outcome.Length > 0 && outcome != Release ? read.Code("weigergrond", CopyCodes.RefusalGrounds, null) : null;
        var because = read.Note("uitleg", LongestReason);
        if (ground is not null && because is null && read.Text("uitleg") is null)
        {
            read.Wrong("uitleg", "Leg uit waarom u dit deel niet geeft. Wie erom vroeg krijgt deze uitleg.");
        }

        if (handed is not null && read.Text("weigergrond") is not null)
        {
            read.Wrong("weigergrond", "U geeft dit deel vrij: kies dan geen grond om te weigeren.");
        }

        return read.Problems.Count == 0 ? new(handed, ground, because) : null;
    }

    private static string Label(IReadOnlyList<AnswerOption> options, string code) => options.First(o => o.Code == code).Label;
}
