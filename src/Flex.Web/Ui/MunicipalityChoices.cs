using Flex.Domain.Programmes;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Ui;

/// <summary>The municipalities to choose from, by name and in the same order on every page.</summary>
internal static class MunicipalityChoices
{
    /// <summary>All that we know; of those that do not take part it is said. A code that was sent and that we do not know is kept.</summary>
    public static List<Choice> Of(Programme programme, National national, string? sent)
    {
        var known = programme.Municipalities.Select(m => (m.Code, m.Name, Label: m.Name))
            .Concat(national.Municipalities.Select(m => (m.Code, m.Name, Label: m.Name + " (doet niet mee)")))
            .DistinctBy(m => m.Code).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new Choice(m.Code, m.Label)).ToList();
        return sent is null or "onbekend" || known.Exists(c => c.Value == sent) ? known : [.. known, new(sent, "Een gemeente buiten deze lijst")];
    }
}
