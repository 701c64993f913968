using System.CommandLine;
using Flex.Web.Features.Exports;
using Flex.Web.Features.Imports;

namespace Flex.Web.Commands;

/// <summary>flex import and flex export: the file doors.</summary>
internal static class FileVerbs
{
    private static readonly Option<string?> Programme = new("--programme") { Description = "code van het programma (hoeft niet als er maar een open is)" };

    public static Command Import()
    {
        var kind = Kind();
        var file = new Argument<string>("bestand") { Description = "het CSV-bestand (UTF-8 of Windows-1252, komma of puntkomma)" };
        var sender = new Option<string?>("--sender") { Description = "wie het bestand stuurt; nummers zijn eigen per afzender" };
        var rejects = new Option<string?>("--rejects") { Description = "bestand voor de afgekeurde rijen" };
        var command = new Command("import", "leest een bestand in; goede rijen gaan erin, slechte naar een bestand met wat eraan te doen is") { kind, file, Programme, sender, rejects, Shifts() };
        command.SetAction(async (parsed, stop) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            var options = new ImportOptions(parsed.GetValue(Programme), parsed.GetValue(sender), parsed.GetValue(rejects));
            return await ImportFile.Run(host.Db, host.Library, parsed.GetRequiredValue(kind), parsed.GetRequiredValue(file), options, parsed.Output(), stop);
        });
        return command;
    }

    private static Command Shifts()
    {
        var file = new Argument<string>("bestand") { Description = "het CSV-bestand met één regel per dienst (docs/shifts.md)" };
        var sender = new Option<string>("--sender") { Description = "code van de aanbieder die het bestand stuurt", Required = true };
        var dry = new Option<bool>("--dry-run") { Description = "laat zien wat er zou gebeuren en slaat niets op" };
        var command = new Command("shifts", "leest het dagbestand van een aanbieder in, helemaal of niet; een verschil wacht op een persoon") { file, sender, dry };
        command.SetAction(async (parsed, stop) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            return await ImportShifts.Run(host.Db, host.Library, parsed.GetRequiredValue(sender), parsed.GetRequiredValue(file), parsed.GetValue(dry), parsed.Output(), stop);
        });
        return command;
    }

    public static Command Export()
    {
        var kind = Kind();
        var file = new Argument<string>("bestand") { Description = "het CSV-bestand dat wordt gemaakt" };
        var recipient = new Option<string?>("--for") { Description = "code van de kraamzorgpartner die het bestand krijgt; nodig als er namen in staan" };
        var command = new Command("export", "schrijft een bestand in de vorm die import leest, zonder BSN; de uitgifte komt in het journaal") { kind, file, Programme, recipient, Log(), Evaluation() };
        command.SetAction(async (parsed, stop) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            return await ExportFile.Run(host.Db, host.Library, (parsed.GetRequiredValue(kind), parsed.GetValue(recipient)), parsed.GetRequiredValue(file), parsed.GetValue(Programme), parsed.Output(), stop);
        });
        return command;
    }

    private static Command Log()
    {
        var number = new Option<int>("--dossier") { Description = "het nummer van het dossier", Required = true };
        var file = new Argument<string>("bestand") { Description = "het bestand dat wordt gemaakt (NDJSON)" };
        var command = new Command("log", "schrijft wie in één dossier keek en wat er gebeurde, als FHIR AuditEvent") { number, file };
        command.SetAction(async (parsed, stop) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            return await ExportLog.Run(host.Db, parsed.GetValue(number), parsed.GetRequiredValue(file), parsed.Output(), stop);
        });
        return command;
    }

    private static Command Evaluation()
    {
        var recipient = new Option<string>("--for") { Description = "code van wie het bestand krijgt: een partner met rol onderzoek of programmabureau", Required = true };
        var file = new Argument<string>("bestand") { Description = "het CSV-bestand dat wordt gemaakt" };
        var command = new Command("evaluation", "schrijft de gezinnen van de evaluatie zonder naam, onder pseudoniemen die alleen voor deze ontvanger gelden") { recipient, file, Programme };
        command.SetAction(async (parsed, stop) =>
        {
            await using var host = await Host.Open(parsed.Common(), parsed.Output());
            return await ExportEvaluation.Run(host.Installation, host.Db, host.Library, (parsed.GetValue(Programme), parsed.GetRequiredValue(recipient)), parsed.GetRequiredValue(file), parsed.Output(), stop);
        });
        return command;
    }

    private static Argument<string> Kind()
    {
        var kind = new Argument<string>("soort") { Description = "applications, care of questionnaires" };
        kind.AcceptOnlyFromAmong("applications", "care", "questionnaires");
        return kind;
    }
}
