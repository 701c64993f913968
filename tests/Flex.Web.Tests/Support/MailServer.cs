using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Flex.Web.Data.Mail;

namespace Flex.Web.Tests.Support;

/// <summary>What the mail server of a test does with who calls.</summary>
internal enum MailServerMode
{
    Takes,
    Refuses,
    KnowsNobody,
    SaysNothing,
    BreaksOffAfterTaking,
}

/// <summary>A small mail server on a free port: speaks EHLO, MAIL, RCPT and DATA, and keeps what it took. <see cref="Down"/> is a port on which nobody listens.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = Serve();
    }

    public MailServerMode Mode { get; set; }

    /// <summary>With what it offers STARTTLS; without one it offers none.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Every line that was said to it.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>What of that was said before anything was encrypted.</summary>
    public ConcurrentQueue<string> HeardInTheClear { get; } = new();

    /// <summary>Every message it took, headers and body as they came.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>Runs before a message is taken, while the sender waits for the answer.</summary>
    public Func<Task> BeforeTaking { get; set; } = () => Task.CompletedTask;

    public MailSettings Settings => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, StartTls: false, "flex@flex.example", null, new Uri("https://flex.example/"));

    public static MailSettings Down
    {
        get
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            return new("127.0.0.1", ((IPEndPoint)free.LocalEndpoint).Port, StartTls: false, "flex@flex.example", null, null);
        }
    }

    /// <summary>The text of a message, as a mail program shows it.</summary>
    public static string BodyOf(string message) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(message[message.IndexOf("\n\n", StringComparison.Ordinal)..].ReplaceLineEndings(""))).ReplaceLineEndings("\n").Trim();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var caller = await listener.AcceptTcpClientAsync(stop.Token);
                await Talk(caller.GetStream());
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException or ObjectDisposedException or AuthenticationException)
            {
                // The caller hung up, or the test is over.
            }
        }
    }

    private async Task Talk(Stream stream, bool secure = false)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        if (Mode == MailServerMode.SaysNothing)
        {
            await reader.ReadLineAsync(stop.Token);
            return;
        }

        await (secure ? Task.CompletedTask : writer.WriteLineAsync("220 proef"));
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            Heard.Enqueue(line);
            if (!secure)
            {
                HeardInTheClear.Enqueue(line);
            }

            if (Certificate is not null && line == "STARTTLS")
            {
                await Secure(stream, writer);
                return;
            }

            var (answer, over) = Answer(line.ToUpperInvariant());
            await writer.WriteLineAsync(answer);
            if (over)
            {
                return;
            }

            if (answer[0] == '3')
            {
                await Take(reader);
                if (Mode == MailServerMode.BreaksOffAfterTaking)
                {
                    return;
                }

                await writer.WriteLineAsync("250 genomen");
            }
        }
    }

    private async Task Secure(Stream stream, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 ga uw gang");
        await using var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, stop.Token);
        await Talk(secured, secure: true);
    }

    private (string Answer, bool Over) Answer(string line) => line switch
    {
        ['E', 'H', 'L', 'O', ..] or ['H', 'E', 'L', 'O', ..] => (Certificate is null ? "250 proef" : "250-proef\r\n250 STARTTLS", false),
        ['M', 'A', 'I', 'L', ..] => Mode == MailServerMode.Refuses ? ("451 nu niet", false) : ("250 ok", false),
        ['R', 'C', 'P', 'T', ..] => Mode == MailServerMode.KnowsNobody ? ($"550 onbekend: {line}", false) : ("250 ok", false),
        "DATA" => ("354 zeg het maar", false),
        "QUIT" => ("221 dag", true),
        _ => ("250 ok", false),
    };

    private async Task Take(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            message.Append(line).Append('\n');
        }

        await BeforeTaking();
        Taken.Enqueue(message.ToString());
    }
}
