using Flex.Domain.Programmes;

namespace Flex.Domain.Dossiers;

/// <summary>Who is paid for the care of a family, and who may judge an override of its decision: never the same organisation.</summary>
public static class OverrideParties
{
    private const string GivesCare = "kraamzorg";
    private const string Judges = "programmabureau";

    /// <summary>The code of the organisation that is paid for the care on a day: the provider, or the one that took its care over. Without a provider: the programme's own for kraamzorg, or "onbekend".</summary>
    public static string PaidFor(Programme programme, string? provider, DateOnly day)
    {
        var code = DecisionFacts.TakenOverBy(programme, provider, day) ?? provider;
        return code is { Length: > 0 } && code != Eligibility.Facts.Other ? code : programme.Partners.FirstOrDefault(p => p.Roles.Contains(GivesCare))?.Code ?? "onbekend";
    }

    /// <summary>The partner that judges overrides, or null when the programme names none.</summary>
    public static Partner? Judge(Programme programme) => programme.Partners.FirstOrDefault(p => p.Roles.Contains(Judges));
}
