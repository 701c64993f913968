using Flex.Domain.Questionnaires;
using Flex.Domain.Programmes;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Copies;

/// <summary>What it takes to say what is stored: the words of the programme and of the country, and the key of the dossier for what is sealed (null where nothing sealed is said).</summary>
/// <param name="Asker">In what capacity it is asked: a code of <see cref="Flex.Domain.Rights.CopyCodes.Capacities"/>.</param>
internal sealed record CopyWords(ProgrammeNames Names, National National, DossierKey? Key, string Asker)
{
    /// <summary>A factor of the list, or null when this version does not have it.</summary>
    public Factor? Factor(string code) => National.Factors.Factors.FirstOrDefault(f => f.Code == code);

    /// <summary>A question with its answers; null when the version that was answered is gone.</summary>
    public QuestionnaireItem? Question(string form, string version, string item) => Names.Programme.Form(form, version)?.Items.FirstOrDefault(i => i.Code == item);

    public string Organisation(string code) => Names.Organisation(code) ?? code;
}
