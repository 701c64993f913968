using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;

namespace Flex.Web.Data.Mail;

/// <summary>The one place where a message leaves: a conversation with the mail server.</summary>
internal static class SmtpDoor
{
    /// <summary>Sends; null when the server took it, else why not, in words without the address.</summary>
    public static async Task<MailProblem?> Send(MailSettings settings, Message message, Guid id)
    {
        using var patience = new CancellationTokenSource(settings.Patience);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (settings.SignIn is var (user, password))
        {
            client.Credentials = new NetworkCredential(user, password);
        }

        try
        {
            using var mail = MailOf(settings, message, id);
            await client.SendMailAsync(mail, patience.Token);
            return null;
        }
        catch (Exception untrusted) when (NotTrusted(untrusted))
        {
            return new("het certificaat van de mailserver wordt niet vertrouwd", Final: false);
        }
        catch (SmtpException refused)
        {
            return new(WordsOf(refused.StatusCode), Final: refused is SmtpFailedRecipientException && (int)refused.StatusCode >= 500);
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or InvalidOperationException)
        {
            return new("de mailserver antwoordt niet op tijd", Final: false);
        }
        catch (FormatException)
        {
            return new("dit is geen e-mailadres", Final: true);
        }
    }

    private static MailMessage MailOf(MailSettings settings, Message message, Guid id)
    {
        var mail = new MailMessage(settings.From, message.To, message.Subject, message.Body(settings.Site).ReplaceLineEndings("\r\n"))
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        // The same message sent twice after a crash carries the same name, so that a mailbox can show it once.
        mail.Headers.Add("Message-ID", $"<{id:N}@{mail.From!.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    // The framework hides it in another failure, which would read as a server that is not there.
    private static bool NotTrusted(Exception failure) => failure is AuthenticationException || (failure.InnerException is { } inner && NotTrusted(inner));

    private static string WordsOf(SmtpStatusCode code) => code switch
    {
        SmtpStatusCode.GeneralFailure => "de mailserver is niet bereikbaar",
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath => $"de mailserver kent dit adres niet ({(int)code})",
        _ => $"de mailserver weigert het bericht ({(int)code})",
    };
}

/// <summary>Why a message did not leave; a final problem is not tried again by itself.</summary>
internal sealed record MailProblem(string Text, bool Final);
