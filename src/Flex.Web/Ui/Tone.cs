namespace Flex.Web.Ui;

/// <summary>The weight of a message; it colours words that already say the same.</summary>
public enum Tone
{
    Neutral,
    Info,
    Ok,
    Warning,
    Error,
}

/// <summary>The class names and the spoken word of each tone.</summary>
internal static class Tones
{
    public static string AlertClass(this Tone tone) => tone switch
    {
        Tone.Neutral => "flex-notice--neutral",
        Tone.Info => "utrecht-alert--info",
        Tone.Ok => "utrecht-alert--ok",
        Tone.Warning => "utrecht-alert--warning",
        Tone.Error => "utrecht-alert--error",
    };

    public static string StatusClass(this Tone tone) => tone switch
    {
        Tone.Neutral => "flex-status--neutral",
        Tone.Info => "flex-status--info",
        Tone.Ok => "flex-status--ok",
        Tone.Warning => "flex-status--warning",
        Tone.Error => "flex-status--error",
    };

    public static string Word(this Tone tone) => tone switch
    {
        Tone.Neutral => "Opmerking",
        Tone.Info => "Informatie",
        Tone.Ok => "Gelukt",
        Tone.Warning => "Let op",
        Tone.Error => "Fout",
    };
}
