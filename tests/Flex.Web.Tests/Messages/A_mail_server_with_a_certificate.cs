using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Commands;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Messages;

/// <summary>A real STARTTLS conversation. The site that trusts is a process of its own: what this machine trusts is not changed.</summary>
public sealed class A_mail_server_with_a_certificate(TestCluster cluster) : IDisposable
{
    private const string Untrusted = "het certificaat van de mailserver wordt niet vertrouwd";
    private const string Address = "iemand@gezin.example";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string authority = Path.GetTempFileName();

    public void Dispose() => File.Delete(authority);

    [Fact]
    public async Task That_is_trusted_gets_the_message_and_nothing_of_it_in_the_clear()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer { Certificate = Made() };
        await Post.Queue(app, Audience.Proof, null, "Uw code is 123456");

        using var site = Serving(app, server, "localhost");
        await Becomes(app, site, "verstuurd|1");

        Assert.Equal(["EHLO", "STARTTLS"], server.HeardInTheClear.Select(l => l.Split(' ')[0]));
        Assert.Contains($"RCPT TO:<{Address}>", server.Heard);
        Assert.Contains("Uw code is 123456", MailServer.BodyOf(Assert.Single(server.Taken)), StringComparison.Ordinal);
        Assert.Equal(0, await site.Stop());
    }

    [Fact]
    public async Task That_is_not_trusted_gets_nothing_until_it_is_and_the_message_waits_and_is_shown()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer { Certificate = Made() };
        await Post.Queue(app, Audience.Proof, null, "Uw code is 123456");

        Assert.Equal(1, await Post.Round(app, server.Settings with { Host = "localhost", StartTls = true }));

        Assert.Equal($"wacht|1|{Untrusted}", await Post.State(app));
        Assert.Equal(["EHLO", "STARTTLS"], server.Heard.Select(l => l.Split(' ')[0]));
        Assert.Empty(server.Taken);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/beheer/post");
        Assert.Contains(Untrusted, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        // The pause is over.
        await app.Database.AsAdmin("update outgoing_mail set try_after = queued_at");
        using var site = Serving(app, server, "localhost");
        await Becomes(app, site, "verstuurd|2");
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task That_bears_another_name_gets_nothing_though_its_authority_is_trusted()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer { Certificate = Made() };
        await Post.Queue(app, Audience.Proof, null, "Uw code is 123456");

        using var site = Serving(app, server, "127.0.0.1");
        await Becomes(app, site, $"wacht|1|{Untrusted}");

        Assert.Empty(server.Taken);
        Assert.DoesNotContain(server.Heard, h => h.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task That_is_not_trusted_is_accepted_by_no_setting()
    {
        await using var app = await App.Start(cluster);
        await using var server = new MailServer { Certificate = Made() };
        await Post.Queue(app, Audience.Proof, null, "Uw code is 123456");

        await Post.Round(app, server.Settings with { Host = "localhost", StartTls = true, SignIn = ("iemand", "geheim") });

        Assert.DoesNotContain(server.Heard, h => h.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || h.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
        Assert.Equal($"wacht|1|{Untrusted}", await Post.State(app));
    }

    // flex serve on the same database, trusting the authority that this test made.
    private FlexProcess Serving(App app, MailServer server, string host)
    {
        var connections = app.Database.Installation.Connections;
        return FlexProcess.With(
            new Dictionary<string, string>
            {
                ["FLEX_DB_OWNER"] = connections.Owner, ["FLEX_DB_APP"] = connections.App, ["FLEX_DB_STATS"] = connections.Stats,
                ["FLEX_SMTP_HOST"] = host, ["FLEX_SMTP_PORT"] = server.Settings.Port.ToString(CultureInfo.InvariantCulture), ["FLEX_SMTP_FROM"] = "flex@flex.example",
                ["SSL_CERT_FILE"] = authority,
            },
            "serve", "--port", FlexProcess.FreePort().ToString(CultureInfo.InvariantCulture), "--data", app.Database.Installation.Folder.Root);
    }

    private static async Task Becomes(App app, FlexProcess site, string state)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Equals(await Post.State(app), state))
        {
            Assert.False(patience.IsCancellationRequested, $"{await Post.State(app)} is not {state}:\n{site.Said}");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    // An authority that lives as long as this test, and a certificate by it for localhost.
    private X509Certificate2 Made()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Proefautoriteit", authorityKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        using var signer = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(authority, signer.ExportCertificatePem());

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        leaf.CertificateExtensions.Add(names.Build());
        using var signed = leaf.Create(signer, now.AddHours(-1), now.AddHours(1), [1, 2, 3, 4]);
        return signed.CopyWithPrivateKey(key);
    }
}
