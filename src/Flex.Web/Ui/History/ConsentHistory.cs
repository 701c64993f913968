using Flex.Domain.Consents;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Ui.History;

/// <summary>Sentences of the history about consent.</summary>
internal static class ConsentHistory
{
    public static (string What, string? Detail) Of(Consent? said, ProgrammeNames names) => said is null
        ? ("heeft een antwoord over toestemming vastgelegd", null)
        : ($"heeft vastgelegd: {About(said, names)}: {(said.Answer == ConsentCodes.Withdrawn ? "ingetrokken" : said.Answer)}",
            $"Gezegd door: {ConsentCodes.Words(ConsentCodes.Capacities, said.Capacity).ToLowerInvariant()}.");

    private static string About(Consent said, ProgrammeNames names) => said.Subject switch
    {
        ConsentCodes.TakePart => "toestemming om mee te doen",
        ConsentCodes.Share => $"toestemming om te delen met {names.Organisation(said.Party!) ?? said.Party}",
        _ => $"toestemming voor het onderzoek ({ConsentCodes.Words(ConsentCodes.Whose, said.Whose).ToLowerInvariant()})",
    };
}
