using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Commands;

/// <summary>What every verb needs: the installation, the checked programmes and the clock.</summary>
internal sealed record Host(Installation Installation, ProgrammeLibrary Library, ProgrammeClock Clock) : IAsyncDisposable
{
    private Sealer Sealer => new(Installation.App, Installation.Keys, Installation.Heads, TimeProvider.System);

    public FlexDb Db => new(Installation.App, Installation.Keys, Clock);

    /// <summary>Checks the programmes first (nothing starts on a broken file), then opens the installation and brings its places and open work in line.</summary>
    public static async Task<Host> Open(CommonOptions options, TextWriter output, DateOnly? today = null, bool demo = false)
    {
        var host = await Look(options, output, today, demo);
        await Places.Set(host.Db, host.Library.Programmes.Values);
        await OpenWork.SetMissing(host.Db, host.Library.Programmes.Values);
        return host;
    }

    /// <summary>The same for who only looks: nothing is brought in line.</summary>
    public static async Task<Host> Look(CommonOptions options, TextWriter output, DateOnly? today = null, bool demo = false)
    {
        var real = new ProgrammeClock(TimeProvider.System);
        var library = ProgrammeLibrary.Load(options.ProgrammesFolder, real.Today);
        var clock = today is null ? demo ? DemoClock(library) : real : new ProgrammeClock(TimeProvider.System, today);
        foreach (var warning in library.Warnings)
        {
            await output.WriteLineAsync($"Let op: {warning.File}: {warning.Problem} {warning.WhatToDo}");
        }

        var installation = await Installation.Open(options.Data, TimeProvider.System);
        var host = new Host(installation, library, clock);
        try
        {
            await RoleCheck.Keys(installation);
            await host.Sealer.OpenSegments(CancellationToken.None);
            return host;
        }
        catch
        {
            // Its database would go on by itself.
            await installation.DisposeAsync();
            throw;
        }
    }

    // A pilot that is over can only be walked through on a day of its own: the last one inside its evaluation.
    private static ProgrammeClock DemoClock(ProgrammeLibrary library) => new(TimeProvider.System,
        library.Programmes.Values.Where(p => p is { IsReconstruction: true, AcceptsApplications: true }).Select(p => p.Periods?.Evaluation.Last).FirstOrDefault(), livedThrough: false);

    /// <summary>Seals what this verb committed, then closes: nothing waits unsealed for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Sealer.SealOnce(CancellationToken.None);
        }
        finally
        {
            await Installation.DisposeAsync();
        }
    }
}

/// <summary>The options that every verb takes.</summary>
internal sealed record CommonOptions(string? Data, string? Programmes)
{
    /// <summary>The folder that was named, or the programmes that come with the executable.</summary>
    public string ProgrammesFolder => Programmes ?? Path.Combine(AppContext.BaseDirectory, "programmes");
}
