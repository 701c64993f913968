using Npgsql;

namespace Flex.Web.Data.Erasing;

/// <summary>That a dossier was erased; nothing in it says whose.</summary>
public sealed record ErasedLine(DateOnly On, string Ground, string GrantedBy, string ErasedBy)
{
    internal const string Newest = "select erased_on, ground, granted_by, erased_by from erasure order by erased_on desc, id desc limit 20";

    internal static ErasedLine Of(NpgsqlDataReader row) => new(row.GetFieldValue<DateOnly>(0), row.GetString(1), row.GetString(2), row.GetString(3));
}
