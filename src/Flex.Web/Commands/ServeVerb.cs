using System.CommandLine;
using System.Net;
using Flex.Web.Data;
using Flex.Web.Guard;

namespace Flex.Web.Commands;

/// <summary>flex serve: the site, on this machine behind a proxy, or over https with a certificate of its own.</summary>
internal static class ServeVerb
{
    private static readonly Option<string?> Certificate = new("--certificate") { Description = "PEM-bestand met het certificaat en die van zijn uitgever; dan bedient dit programma zelf https" };
    private static readonly Option<string?> Key = new("--key") { Description = "PEM-bestand met de sleutel van het certificaat" };
    private static readonly Option<string?> Listen = new("--listen") { Description = "adres waarop het luistert; een ander dan 127.0.0.1 alleen met een certificaat" };
    private static readonly Option<int?> Redirect = new("--redirect-from") { Description = "poort zonder https die bezoekers naar https stuurt; alleen met een certificaat" };

    public static Command Serve(Option<int> port)
    {
        var command = new Command("serve", "bedient de site op 127.0.0.1, of elders met een certificaat") { port, Certificate, Key, Listen, Redirect };
        command.Validators.Add(said =>
        {
            if ((said.GetValue(Certificate) is null) != (said.GetValue(Key) is null))
            {
                said.AddError("Geef --certificate en --key samen.");
            }
            else if (said.GetValue(Certificate) is null && (said.GetValue(Listen) is not null || said.GetValue(Redirect) is not null))
            {
                said.AddError("Zonder certificaat luistert het alleen op 127.0.0.1: --listen en --redirect-from horen bij --certificate en --key.");
            }
        });
        command.SetAction((parsed, stop) => ServeSite.Run(parsed.Common(), parsed.GetValue(port), Tls(parsed), parsed.Output(), stop));
        return command;
    }

    private static SiteTls? Tls(ParseResult parsed) => parsed.GetValue(Certificate) is not { } certificate ? null
        : SiteTls.Read(certificate, parsed.GetValue(Key)!, Address(parsed.GetValue(Listen)), parsed.GetValue(Redirect), TimeProvider.System.GetUtcNow());

    private static IPAddress Address(string? text) => text is null ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address : throw new RefusedException($"--listen {text} is geen IP-adres. Schrijf bijvoorbeeld 0.0.0.0 of ::.");
}
