using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Features.Dossiers;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>
/// The page of a dossier with nothing that guards it: the same statements without the condition on who may, as a superuser whom row security does not bind, everything seen,
/// and no line of the look. The product has no switch for this: it is an endpoint of the bench beside the product's own.
/// </summary>
internal sealed class PlainDossier(NpgsqlDataSource source, Database database, ProgrammeLibrary library) : IAsyncDisposable
{
    public const string Path = "/bench/dossiers/";

    private static readonly Sights Everything = new(Enum.GetValues<DataClass>().Select(c => (c, Sight.Full)));

    public static PlainDossier On(Database database, ProgrammeLibrary library) => new(
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Installation.Connections.App) { Username = Web.Data.Cluster.PrivateCluster.Admin }.ConnectionString), database, library);

    public void Map(IEndpointRouteBuilder app) => app.MapGet(Path + "{id:guid}", Show);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<IResult> Show(Guid id, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (sql, scoped) in DossierQueries.All)
        {
            batch.BatchCommands.Add(new(scoped ? string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, "true", "array['intake']") : sql) { Parameters = { new() { Value = id } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(stop);
        if (await OpenDossier.Open(reader, id, database.Installation.Keys, stop) is not var (head, key))
        {
            return Results.NotFound();
        }

        var record = await OpenDossier.Load(reader, head, stop) with { Sights = Everything };
        return new RazorComponentResult<ShowDossierPage>(new { View = DossierView.Of(record, key, library, database.Clock), Role = "intaker" });
    }
}
