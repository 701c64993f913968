using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Flex.Web.Data;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Flex.Web.Guard;

/// <summary>The certificate with which this process serves https itself, where it listens, and the port whose visitors it sends on to https.</summary>
internal sealed record SiteTls(X509Certificate2 Certificate, X509Certificate2Collection Chain, IPAddress Listen, int? RedirectFrom)
{
    // Only what keeps an old line secret when the key leaks, and finds a change; the strongest first. Named here, so that no machine's own configuration decides.
    private static readonly CipherSuitesPolicy Suites = new(
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]);

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
            https.OnAuthenticate = (_, tls) => tls.CipherSuitesPolicy = Suites;
        }));
        if (RedirectFrom is { } plain)
        {
            kestrel.Listen(Listen, plain);
        }
    }
}
