namespace Flex.Web.Ui;

/// <summary>For whom a message is and what became of it, stored as codes, as words on screen.</summary>
internal static class MailText
{
    public static string To(string audience) => audience switch
    {
        "aanmelder" => "Aan wie aanmeldde",
        "gezin" => "Aan het gezin",
        "controle" => "Bewijs van een e-mailadres",
        _ => audience,
    };

    public static string State(string state) => state switch
    {
        "wacht" => "Wacht",
        "verstuurd" => "Verstuurd",
        "gestopt" => "Gestopt",
        "mislukt" => "Niet verstuurd",
        _ => state,
    };

    public static Tone ToneOf(string state) => state switch
    {
        "verstuurd" => Tone.Ok,
        "mislukt" => Tone.Error,
        "gestopt" => Tone.Neutral,
        _ => Tone.Info,
    };
}
