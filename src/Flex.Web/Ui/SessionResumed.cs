namespace Flex.Web.Ui;

/// <summary>What a form is posted with, and says, when it was typed before the session ended and comes back after signing in again.</summary>
internal static class SessionResumed
{
    /// <summary>The value of field "doe": show this form again, do not send it yet.</summary>
    public const string Form = "hersteld";

    public const string Title = "U was uitgelogd";

    public const string Text = "Alles wat u invulde staat er nog, maar het is nog niet verstuurd. Typ een BSN opnieuw: dat bewaren we niet. Kijk het na en verstuur het.";
}
