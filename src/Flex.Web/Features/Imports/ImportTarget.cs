using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Imports;

/// <summary>What the command line asks: which programme, whose numbers, where rejected rows go; null is the usual.</summary>
internal sealed record ImportOptions(string? Programme = null, string? Sender = null, string? Rejects = null);

/// <summary>Where rows go: the database, the programme they are read for and the sender whose numbers they carry.</summary>
internal sealed record ImportTarget(FlexDb Db, Programme Programme, National National, string Sender)
{
    private static readonly Actor Importer = Actor.System("import");

    // A batch holds thousands of rows and the tables grow under it, so the server may plan again; it must not have to, or it plans the check of every reference (docs/adr/0009).
    private const string PlanFreely = "set local plan_cache_mode = auto";

    public async Task<Work> Begin(CancellationToken stop = default) => (await Db.Begin(Importer, "bestand inlezen", stop)).Add(PlanFreely);
}

/// <summary>A batch of rows with everything decided and nothing written.</summary>
/// <param name="Write">Writes it in one transaction.</param>
internal sealed record PreparedBatch(int Stored, int Skipped, int Waiting, IReadOnlyList<RejectedRow> Rejected, Func<Task> Write);

/// <summary>How the rows of one kind of file are prepared, with its columns.</summary>
internal sealed record ImportKind(ImportColumns Columns, Func<IReadOnlyList<ImportRow>, CancellationToken, Task<PreparedBatch>> Prepare);
