using Flex.Web.Commands;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;

// The one place that knows the console: everything else writes to the TextWriter it is given.
#pragma warning disable RS0030

// A newcomer's table of contents: the verbs are in Commands/Cli.cs, what the site answers in Site.cs.
var parsed = Cli.Root().Parse(args);
if (parsed.Errors.Count > 0)
{
    await parsed.InvokeAsync();
    return 2;
}

try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
catch (ProgrammeFileException broken)
{
    await Console.Error.WriteLineAsync(broken.Message);
    return 1;
}
catch (Exception refused) when (refused is RefusedException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Gestopt voordat het klaar was.");
    return 130;
}
catch (Exception failure)
{
    await Console.Error.WriteLineAsync($"Dit lukte niet: {failure.Message} ({failure.GetType().Name})");
    return 1;
}
