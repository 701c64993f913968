using Flex.Web.Data.Mail;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Accounts;

/// <summary>What waits to be mailed to the owner of an account.</summary>
internal static class OwnMail
{
    /// <summary>To whom and what about, of the last one.</summary>
    public static async Task<string> Last(App app)
    {
        const string Newest = "from outgoing_mail where dossier_id is null order by queued_at desc, id desc limit 1";
        var id = (Guid)(await app.Database.AsAdmin("select id " + Newest))!;
        var mail = Outbox.Open(app.Database.Installation.Keys, null, (byte[])(await app.Database.AsAdmin("select sealed " + Newest))!, id);
        return $"{mail.To}: {mail.Subject}";
    }
}
