using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Flex.Web.Data;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Flex.Web.Guard;

/// <summary>The certificate with which this process serves https itself, where it listens, and the port whose visitors it sends on to https.</summary>
internal sealed record SiteTls(X509Certificate2 Certificate, X509Certificate2Collection Chain, IPAddress Listen, int? RedirectFrom)
{
    /// <summary>Reads a certificate (with those of its authority behind it) and its key, both PEM; refused when they do not belong together or it is over.</summary>
    public static SiteTls Read(string certificate, string key, IPAddress listen, int? redirectFrom, DateTimeOffset now)
    {
        try
        {
            var own = X509Certificate2.CreateFromPemFile(certificate, key);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificate);
            return own.NotAfter.ToUniversalTime() > now.UtcDateTime
                ? new(own, chain, listen, redirectFrom)
                : throw new RefusedException($"Het certificaat in {certificate} is verlopen. Vraag een nieuw certificaat aan en start opnieuw.");
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusedException($"Het certificaat {certificate} met sleutel {key} is niet te gebruiken: geef twee leesbare PEM-bestanden die bij elkaar horen.");
        }
    }

    public void Listens(KestrelServerOptions kestrel, int port)
    {
        kestrel.Listen(Listen, port, line => line.UseHttps(https =>
        {
            https.ServerCertificate = Certificate;
            https.ServerCertificateChain = Chain;
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        }));
        if (RedirectFrom is { } plain)
        {
            kestrel.Listen(Listen, plain);
        }
    }
}
