using Flex.Domain.Dossiers;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>Who applied for a pillar and whether that person hears of a change, in words.</summary>
internal static class ApplicantWords
{
    public static string Of(PillarApplicant who) => string.Join(", ", new[]
    {
        who.Name,
        ApplicationCodes.Applicants.FirstOrDefault(a => a.Code == who.Kind)?.Label.ToLowerInvariant(),
        who.Channel == ApplicationCodes.ByTelephone ? "per telefoon" : null,
        Notice(who),
    }.OfType<string>());

    /// <summary>Null where nobody asked.</summary>
    public static string? Notice(PillarApplicant who) => who.NoNotice ? "wil geen bericht" : who.Mail is null ? null : "krijgt bericht per mail";
}
