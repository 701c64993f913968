using Flex.Web.Ui;

namespace Flex.Web.Features.Sessions;

/// <summary>A form that waited while somebody signed in again: where it goes and what it says, in words, before it is sent.</summary>
/// <param name="Path">The page it was made on.</param>
/// <param name="Fields">Everything that was posted, but not the proof against forgery.</param>
/// <param name="Words">The label of a field, or null when it is not known.</param>
public sealed record ResumedForm(string Path, IReadOnlyDictionary<string, string[]> Fields, Func<string, string?> Words)
{
    // By the end of the address; what is not here is named by its address.
    private static readonly (string Part, string Words)[] Pages =
    [
        ("/aanmelden", "Een gezin aanmelden"), ("/einde", "Een dossier afsluiten"), ("/lijkt-op/", "Zeggen of dit hetzelfde gezin is"), ("/dubbel/", "Zeggen of dit hetzelfde gezin is"),
        ("/heropenen", "Een dossier heropenen"), ("/gegevens/oordeel", "Een wijziging beoordelen"), ("/gegevens", "Gegevens bevestigen"), ("/bereiken", "Vastleggen hoe een gezin te bereiken is"),
        ("/geboorte", "Een geboorte vastleggen"), ("/uren", "Uren vastleggen"), ("/beoordeling", "Opnieuw beoordelen"), ("/vragenlijst/", "Een vragenlijst invullen"),
        ("/pijler/", "Aanmelden voor nog een pijler"), ("/besluit/", "Een besluit nemen"), ("/afwijken/", "Vragen om anders te besluiten"), ("/afwijking/", "Een afwijkend besluit beoordelen"),
        ("/brief/", "Vastleggen dat een gezin de uitslag hoorde"), ("/plaats/", "Een plaats bijhouden"), ("/beheer/accounts", "Iemand uitnodigen"), ("/account/wachtwoord", "Uw wachtwoord veranderen"), ("/account/herstelcodes", "Nieuwe herstelcodes maken"), ("/zoeken", "Een gezin zoeken"), ("/betrokken", "Bijhouden wie betrokken is"), ("/noodknop", "Een dossier openen met de noodknop"),
        ("/beperken", "Het gebruik van een dossier beperken"), ("/beperken/opheffen", "Een beperking opheffen"), ("/vernietigen", "Een verzoek om te vernietigen vastleggen"), ("/vernietigen/besluit", "Beslissen over een verzoek om te vernietigen"), ("/vernietigen/uitvoeren", "Een dossier vernietigen"), ("/identiteit/", "Vastleggen wie iemand is"),
    ];

    /// <summary>What the form does, in words.</summary>
    public string What => Pages.FirstOrDefault(p => p.Part.EndsWith('/') ? Path.Contains(p.Part, StringComparison.Ordinal) : Path.EndsWith(p.Part, StringComparison.Ordinal)).Words
        ?? $"Het formulier op de pagina {Path}";

    /// <summary>Whether its own page shows it again with everything typed.</summary>
    public bool IsShownAgain => Path == "/aanmelden";

    /// <summary>Whether it ends a dossier: that is never done from here.</summary>
    public bool Ends => Path.EndsWith("/einde", StringComparison.Ordinal) || Path.Contains("/lijkt-op/", StringComparison.Ordinal) || Path.Contains("/dubbel/", StringComparison.Ordinal)
        || Path.EndsWith("/vernietigen/uitvoeren", StringComparison.Ordinal);

    /// <summary>What is posted again: as it was pressed, or to be shown on its own page.</summary>
    public IEnumerable<(string Name, string Value)> Sent => from posted in Fields
                                                           from value in posted.Key == "doe" && IsShownAgain ? [] : posted.Value
                                                           select (posted.Key, value);

    /// <summary>What was typed or chosen, to be read before it is sent.</summary>
    public IEnumerable<(string Label, string Text)> Typed => from posted in Fields
                                                            where !FieldWords.Unseen.Contains(posted.Key)
                                                            let text = string.Join(", ", posted.Value.Where(v => v.Length > 0))
                                                            where text.Length > 0
                                                            select (Words(posted.Key) ?? "Een ander veld", text);
}
