using System.CommandLine;
using System.Globalization;

namespace Flex.Web.Commands;

/// <summary>The verbs of the executable. Exit code 0: done; 1: refused, with reasons; 2: used wrongly.</summary>
internal static class Cli
{
    private static readonly Option<string?> Data = new("--data") { Description = "map met de gegevens van deze installatie", Recursive = true };
    private static readonly Option<string?> Programmes = new("--programmes") { Description = "map met programma's (anders de meegeleverde)", Recursive = true };
    private static readonly Option<int> Port = new("--port") { Description = "poort op 127.0.0.1", DefaultValueFactory = _ => 5080 };

    public static RootCommand Root() => new("Geboortezorg Flex")
    {
        Data, Programmes,
        Demo(), ServeVerb.Serve(Port), Migrate(),
        FileVerbs.Import(), FileVerbs.Export(),
        CheckVerbs.Replay(), DryRunVerb.DryRun(), CheckVerbs.Journal(), PublishVerbs.Publish(), AccountVerbs.Account(), PrivacyVerbs.Privacy(), RetentionVerb.Retention(), KeyVerbs.Keys(),
    };

    /// <summary>The options that every verb takes, as given.</summary>
    public static CommonOptions Common(this ParseResult parsed) => new(parsed.GetValue(Data), parsed.GetValue(Programmes));

    /// <summary>Where a verb writes what it has to say.</summary>
    public static TextWriter Output(this ParseResult parsed) => parsed.InvocationConfiguration.Output;

    private static Command Demo()
    {
        var reset = new Option<bool>("--reset") { Description = "begin opnieuw: gooit de gegevens van de demonstratie weg" };
        var time = new Option<string?>("--time") { Description = "de dag in het programma (JJJJ-MM-DD)" };
        var command = new Command("demo", "toont de gereconstrueerde pilot op 127.0.0.1") { Port, reset, time };
        command.Validators.Add(result => Day(result.GetValue(time), result.AddError));
        command.SetAction((parsed, stop) => ServeSite.Demo(parsed.Common(), parsed.GetValue(Port), parsed.GetValue(reset), Day(parsed.GetValue(time), _ => { }), parsed.Output(), stop));
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "brengt de database op de stand van dit programma");
        command.SetAction((parsed, _) => MigrateDatabase.Run(parsed.Common(), parsed.Output()));
        return command;
    }

    private static DateOnly? Day(string? text, Action<string> wrong)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        wrong($"--time {text} is geen dag; schrijf JJJJ-MM-DD, bijvoorbeeld 2022-06-01.");
        return null;
    }
}
