using Flex.Domain.Ends;
using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>How a dossier ended, in words; every act on an ended dossier answers with them.</summary>
internal static class EndWords
{
    /// <summary>What a form says that was sent for an ended dossier: 409, with everything typed still there.</summary>
    public static FormNotice Notice(EndLine end) => new("Dit is niet opgeslagen: het dossier is afgesloten", Of(end) + " Klopt dat niet, laat het dossier dan eerst heropenen.");

    /// <summary>"Demo intaker heeft dit dossier afgesloten per 15-05-2023: het gezin is verhuisd."</summary>
    public static string Of(EndLine end) => $"{end.EndedBy} heeft dit dossier afgesloten per {Dutch.Date(end.EndedOn)}: {Why(end.How)}.";

    /// <summary>The way in which it ended, inside a sentence.</summary>
    public static string Why(string how) => EndCodes.LabelOf(how) is var label ? char.ToLowerInvariant(label[0]) + label[1..] : "";
}
