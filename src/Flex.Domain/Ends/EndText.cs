using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Ends;

/// <summary>How a dossier is about to end.</summary>
/// <param name="How">A code of <see cref="EndCodes.Ways"/>.</param>
/// <param name="On">The day from which it is over.</param>
/// <param name="ReceivesCare">Who cares for a child that lives elsewhere; null otherwise.</param>
/// <param name="MayAgree">Who may agree for a child that lives elsewhere; null otherwise.</param>
public sealed record DossierEnding(string How, DateOnly On, string? Because, string? ReceivesCare, string? MayAgree)
{
    /// <summary>The pillars in which a place comes free by it.</summary>
    public IReadOnlyList<int> Freed { get; init; } = [];
}

/// <summary>What of a dossier decides how it can end.</summary>
/// <param name="Admitted">The pillars to which the family is admitted now.</param>
/// <param name="Open">What is not done yet, as sentences.</param>
/// <param name="Untold">The outcomes that the family did not hear, as sentences.</param>
public sealed record EndContext(DateOnly ReceivedOn, DateOnly? BornOn, IReadOnlyCollection<int> Admitted, IReadOnlyList<string> Open, IReadOnlyList<string> Untold)
{
    /// <summary>The ways that can be: who was admitted was granted a place.</summary>
    public IEnumerable<AnswerOption> Ways => EndCodes.Ways.Where(w => w.Code != EndCodes.Refused || Admitted.Count == 0);

    /// <summary>
    /// What is asked back before the dossier ends in this way. Completed says that nothing is left; after any end no letter leaves, so a refusal is told first.
    /// Who moves, mourns or does not want care any more leaves things open, and is not questioned about it.
    /// </summary>
    public IReadOnlyList<string> Asked(string how) => how switch
    {
        EndCodes.Completed => [.. Untold, .. Open],
        EndCodes.Refused => Untold,
        _ => [],
    };
}

/// <summary>Turns a posted form into a <see cref="DossierEnding"/>, or into everything that is wrong with it.</summary>
public static class EndText
{
    /// <summary>Most characters in an explanation.</summary>
    public const int LongestReason = 2_000;

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static DossierEnding? Parse(FieldReader read, EndContext context)
    {
        var how = HowOf(read, context);
        var elsewhere = how == EndCodes.PlacedElsewhere;
        var ending = new DossierEnding(
            how, DayOf(read, context), read.Note("toelichting", LongestReason),
            elsewhere ? read.Line("zorg_voor", "Vul in wie nu voor het kind zorgt.") : null,
            elsewhere ? read.Line("mag_instemmen", "Vul in wie nu toestemming mag geven, zoals een ouder of een voogd.") : null);
        if (read.Text("zeker") is null)
        {
            read.Wrong("zeker", "Zet een vinkje als u het dossier wilt afsluiten.");
        }

        return read.Problems.Count == 0 ? ending : null;
    }

    private static string HowOf(FieldReader read, EndContext context)
    {
        var how = read.Text("einde") ?? "";
        if (EndCodes.Ways.All(w => w.Code != how))
        {
            read.Wrong("einde", "Kies waarom het dossier wordt afgesloten.");
        }
        else if (how == EndCodes.Refused && context.Admitted.Count > 0)
        {
            read.Wrong("einde", $"Dit gezin is toegelaten tot pijler {Dutch.And([.. context.Admitted.Select(p => $"{p}")])}. Kies een andere reden.");
        }
        else if (how == EndCodes.NoBirth && context.BornOn is { } born)
        {
            read.Wrong("einde", $"Er staat een geboorte in dit dossier ({Dutch.Day(born)}). Kies een andere reden, of verbeter eerst de geboorte.");
        }

        read.Doubt("einde", context.Asked(how) is [_, ..], $"Er is nog iets open. {string.Join(' ', context.Asked(how))} Klopt het dat u het dossier toch afsluit?");

        return how;
    }

    private static DateOnly DayOf(FieldReader read, EndContext context)
    {
        var day = read.RequiredDay("dag", future: false, "Vul in vanaf welke dag het dossier is afgesloten.");
        if (day != DateOnly.MinValue && day < context.ReceivedOn)
        {
            read.Wrong("dag", $"Deze dag ligt voor de aanvraag ({Dutch.Day(context.ReceivedOn)}). Kijk de datum na.");
        }

        return day;
    }
}
