using Npgsql;

namespace Flex.Web.Data.Erasing;

/// <summary>That a dossier was erased; nothing in it says whose.</summary>
public sealed record ErasedLine(DateOnly On, string Ground, string GrantedBy, string ErasedBy)
{
    internal const string Newest = "select erased_on, ground, granted_by, erased_by from erasure order by erased_on desc, id desc limit 20";

    /// <summary>Whether the form with this number erased: a dossier that is gone cannot say so.</summary>
    internal const string ByAct = "select 1 from erasure where act_id = $1";

    internal static ErasedLine Of(NpgsqlDataReader row) => new(row.GetFieldValue<DateOnly>(0), row.GetString(1), row.GetString(2), row.GetString(3));
}
