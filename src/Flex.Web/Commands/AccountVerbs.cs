using System.CommandLine;
using Flex.Web.Data;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;

namespace Flex.Web.Commands;

/// <summary>flex account: the first account of an installation, whose administrator invites the others.</summary>
internal static class AccountVerbs
{
    public static Command Account() => new("account", "nodigt iemand uit om een account te maken") { Invite() };

    private static Command Invite()
    {
        var organisation = new Option<string>("--organisation") { Description = "code van de partner in een programma", Required = true };
        var role = new Option<string>("--role") { Description = "de rol, zoals beheerder", Required = true };
        var mail = new Option<string>("--mail") { Description = "het e-mailadres op het werk", Required = true };
        var name = new Option<string>("--name") { Description = "de naam van de persoon", Required = true };
        var command = new Command("invite", "drukt een link af waarmee een persoon eenmaal een account maakt") { organisation, role, mail, name };
        command.SetAction((parsed, stop) => Run(parsed, parsed.GetRequiredValue(organisation), parsed.GetRequiredValue(role), (parsed.GetRequiredValue(name), parsed.GetRequiredValue(mail)), stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, string organisation, string role, (string Name, string Mail) person, CancellationToken stop)
    {
        if (!System.Net.Mail.MailAddress.TryCreate(person.Mail, out _))
        {
            throw new RefusedException($"{person.Mail} is geen e-mailadres.");
        }

        await using var host = await Host.Look(parsed.Common(), parsed.Output());
        var roles = OrganisationRoles.Of(host.Library, organisation).Select(r => r.Code).ToList();
        if (!roles.Contains(role))
        {
            throw new RefusedException(roles.Count > 0 ? $"Iemand van {organisation} heeft geen rol {role}. Kies uit: {string.Join(", ", roles)}."
                : $"Geen programma heeft een partner {organisation}. Kies uit: {string.Join(", ", host.Library.Programmes.Values.SelectMany(p => p.Partners).Select(p => p.Code).Distinct(StringComparer.Ordinal))}.");
        }

        var path = await Invitation.Make(host.Db, Actor.System("account"), new(host.Clock.NewId(), organisation, role, person.Name, Data.Accounts.Account.MailKey(person.Mail)), stop)
            ?? throw new RefusedException($"{person.Mail} heeft al een account bij een andere organisatie.");
        var site = Environment.GetEnvironmentVariable("FLEX_SITE") is { Length: > 0 } given ? given.TrimEnd('/') : "";
        await parsed.Output().WriteLineAsync($"{(site.Length == 0 ? "Open op uw site: " : "")}{site}{path}");
        await parsed.Output().WriteLineAsync($"De link werkt een keer en {Invitation.DaysValid} dagen. De mail met dezelfde link wacht in de database.");
        return 0;
    }
}
