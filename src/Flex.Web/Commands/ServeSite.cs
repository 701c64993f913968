using System.Net.Sockets;
using Flex.Web.Data;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Families;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Guard;

namespace Flex.Web.Commands;

/// <summary>flex serve and flex demo: the site until it is stopped; on the loopback address unless a certificate is given.</summary>
internal static class ServeSite
{
    public static Task<int> Run(CommonOptions options, int port, SiteTls? tls, TextWriter output, CancellationToken stop) =>
        Serve(options, port, demo: false, null, tls, output, stop);

    public static async Task<int> Demo(CommonOptions options, int port, bool reset, DateOnly? today, TextWriter output, CancellationToken stop)
    {
        options = options with { Data = options.Data ?? Path.Combine(Data.Cluster.DataFolder.Default, "demo") };
        DemoData.Claim(options.Data);
        if (reset)
        {
            await DemoData.Reset(options.Data, output);
            DemoData.Claim(options.Data);
        }

        return await Serve(options, port, demo: true, today, null, output, stop);
    }

    private static async Task<int> Serve(CommonOptions options, int port, bool demo, DateOnly? today, SiteTls? tls, TextWriter output, CancellationToken stop)
    {
        if (Taken(port))
        {
            await output.WriteLineAsync($"Op poort {port} luistert al een programma. Stop dat eerst, of kies een andere poort met --port.");
            return 1;
        }

        var security = SecurityContact.FromEnvironment(Environment.GetEnvironmentVariable, TimeProvider.System.GetUtcNow());
        await using var host = await Host.Open(options, output, today, demo);
        if (host.Installation.Folder.IsDemo && !demo)
        {
            throw new RefusedException($"{host.Installation.Folder.Root} is de map van een demonstratie: daar staan alleen verzonnen gezinnen in. Kies een andere map met --data.");
        }

        var providers = ProviderFile.Read(host.Installation.Folder.Root, host.Library, Environment.GetEnvironmentVariable);
        var brokers = FamilyBrokerFile.Read(host.Installation.Folder.Root, host.Library, Environment.GetEnvironmentVariable);
        await RoleCheck.Run(host.Installation);
        if (demo)
        {
            await DemoData.Fill(host, options.ProgrammesFolder, output, stop);
        }

        var site = Site.Build(host.Installation, host.Library, Settings(port, demo, host.Clock, tls) with { Security = security, Log = output, Providers = providers, Brokers = brokers });
        await using (site)
        {
            if (!await Started(site, stop))
            {
                return 0;
            }

            await output.WriteLineAsync($"Geboortezorg Flex{(demo ? " (demonstratie)" : "")}: {Address(port, tls)}  (stoppen met Ctrl+C)");
            await output.WriteLineAsync($"Gegevens: {host.Installation.Folder.Root}  (andere opdrachten erop: --data {host.Installation.Folder.Root})");
            await output.FlushAsync(CancellationToken.None);
            await site.WaitForShutdownAsync(stop);
        }

        return 0;
    }

    // Who asks it to stop while it starts gets what he asks: an end in order, not a crash.
    private static async Task<bool> Started(WebApplication site, CancellationToken stop)
    {
        try
        {
            await site.StartAsync(stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static Uri Address(int port, SiteTls? tls) => new UriBuilder(tls is null ? "http" : "https", (tls?.Listen ?? System.Net.IPAddress.Loopback).ToString(), port).Uri;

    private static SiteOptions Settings(int port, bool demo, ProgrammeClock clock, SiteTls? tls)
    {
        var mail = MailSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        return new(port, demo, clock)
        {
            Mail = mail with { Site = mail.Site ?? Address(port, tls) },
            Tls = tls,
            Https = tls is not null || mail.Site is { Scheme: "https" },
            Idle = Idle(Environment.GetEnvironmentVariable("FLEX_IDLE_MINUTES")),
        };
    }

    private static TimeSpan Idle(string? minutes) => string.IsNullOrEmpty(minutes) ? TimeSpan.FromMinutes(15)
        : int.TryParse(minutes, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var given) && given is >= 5 and <= 120 ? TimeSpan.FromMinutes(given)
        : throw new RefusedException("FLEX_IDLE_MINUTES is een getal van 5 tot en met 120: na hoeveel minuten zonder iets te doen iemand wordt uitgelogd.");

    // Asked before the database starts, so that a second start beside the first says so at once.
    private static bool Taken(int port)
    {
        using var probe = new TcpClient();
        try
        {
            probe.Connect("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
