using Flex.Domain.Corrections;
using Flex.Domain.Dossiers;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>Sentences of the history about what was corrected of the mother: what stands there now and what stood there.</summary>
internal static class CorrectionHistory
{
    public static (string What, string? Detail) Corrected(CorrectionBody? body, ProgrammeNames names) => body is null
        ? ("heeft gegevens van de moeder verbeterd", null)
        : ($"heeft verbeterd: {string.Join("; ", body.Changes.Select(c => $"{Name(c.Field)} {Value(c.Field, c.After, names)}, was {Value(c.Field, c.Before, names)}"))}",
            $"Bron: {Word(CorrectionText.Sources, body.Source).ToLowerInvariant()}. Reden: “{body.Because}”.");

    public static (string What, string? Detail) Refused(OwnStatement? said) => said is null
        ? ("heeft vastgelegd dat iets niet is verbeterd", null)
        : ($"heeft vastgelegd dat iets niet is verbeterd: {Word(StatementText.Grounds, said.Ground!).ToLowerInvariant()}", $"Uitleg: “{said.Because}”.{(said.Statement is null ? "" : " Het gezin gaf een eigen verklaring.")}");

    private static string Name(string field) => field switch
    {
        CorrectionText.NameField => "naam",
        CorrectionText.BornField => "geboortedatum",
        _ => field,
    };

    private static string Value(string field, string? value, ProgrammeNames names) => (field, value) switch
    {
        (CorrectionText.PostcodeField or CorrectionText.HouseField or CorrectionText.TelephoneField or CorrectionText.MunicipalityField, _) when names.Shields => "afgeschermd",
        (_, null) => "niets",
        (CorrectionText.MunicipalityField, _) => names.Municipality(value),
        (CorrectionText.LanguageField, _) => Word(ContactCodes.Languages, value),
        _ => value,
    };

    private static string Word(IReadOnlyList<Domain.Programmes.AnswerOption> options, string code) => options.FirstOrDefault(o => o.Code == code)?.Label ?? code;
}
