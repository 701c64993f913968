using Npgsql;

namespace Flex.Web.Data;

/// <summary>Tells a database that is away from a mistake of the program: "try again in a minute", not "something went wrong".</summary>
internal static class DatabaseAway
{
    // Who began just before the keys were replaced is refused by the database, and goes on with the new ones. A rule that says no names itself.
    private const string KeysChanged = "FX007";

    public static bool Is(Exception failure) => failure is TimeoutException or PostgresException { SqlState: KeysChanged, ConstraintName: null or "" } or NpgsqlException and not PostgresException { IsTransient: false };

    /// <summary>The status with which a request ends that failed so.</summary>
    public static int StatusOf(Exception failure) => Is(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
}
