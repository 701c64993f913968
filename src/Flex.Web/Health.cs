using Flex.Web.Data;

namespace Flex.Web;

/// <summary>Whether the process lives, and whether it can do its work (the database answers).</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(Installation installation, CancellationToken stop)
    {
        try
        {
            await using var command = installation.App.CreateCommand("select 1");
            await command.ExecuteScalarAsync(stop);
            return Results.Text("ok");
        }
        catch (Exception away) when (away is Npgsql.NpgsqlException || DatabaseAway.Is(away))
        {
            return Results.Text("de database antwoordt niet", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
