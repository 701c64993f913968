using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Questionnaires;

/// <summary>What lies before a professional who fills in a list with a family: the dossier, the list in the version that was begun, and the answers so far.</summary>
public sealed record FormDesk(DossierRecord Record, Programme Programme, Questionnaire Form, StoredForm? Stored)
{
    /// <summary>Why the list cannot be filled in any more, or null.</summary>
    public FormNotice? Closed => (Record.Life.End, Stored) switch
    {
        ({ } end, _) => new("Het dossier is afgesloten", $"{EndWords.Of(end)} Een vragenlijst wordt dan niet meer ingevuld. Klopt dat niet, laat het dossier dan eerst heropenen."),
        (_, { Finished: true } stored) => new("Deze lijst is afgerond", $"{By(stored)} afgerond op {Dutch.Date(stored.FilledOn)}. Antwoorden van een afgeronde lijst veranderen niet meer; verbeteren kan hier nog niet."),
        _ => null,
    };

    /// <summary>Reads the list beside an opened dossier; null when the programme has no such list.</summary>
    internal static async Task<FormDesk?> Read(DossierInHand hand, string code, ProgrammeLibrary library, CancellationToken stop)
    {
        var programme = library.Programmes[hand.Record.Head.Programme];
        var stored = await StoredForm.Read(hand.Work, hand.Record.Head.Id, code, stop);
        return programme.Form(code, stored?.Version) is { } form ? new(hand.Record, programme, form, stored) : null;
    }

    /// <summary>Who saved answers since this form was opened, and when; what was typed stays.</summary>
    public static FormNotice SavedSince(StoredForm stored) => new(
        "Uw antwoorden zijn nog niet bewaard",
        $"{stored.SavedBy ?? "Iemand anders"} heeft intussen{(stored.SavedAt is { } at ? $" ({Dutch.Moment(ProgrammeClock.InAmsterdam(at))})" : "")} antwoorden op deze lijst bewaard. Hieronder staat wat u had ingevuld; wat u open liet, is aangevuld met wat er al was. Bewaart u nog eens, dan geldt wat hieronder staat.");

    private static string By(StoredForm stored) => stored.SavedBy is { } name ? $"{name} heeft deze lijst" : "Deze lijst is";
}
