namespace Flex.Web.Tests.Trust;

/// <summary>The relations of the model as rows of one organisation with one family; today is 15-05-2023.</summary>
internal static class RelationRows
{
    private const string Before = "2023-05-01";

    /// <summary>Takes away every relation of the family and gives one organisation this one.</summary>
    public static string Sql(string relation, Guid family, string organisation, string actor) =>
        $"set session_replication_role = replica; delete from relation where dossier_id = '{family}'; {Insert(relation, $"select '{family}'::uuid as id", organisation, actor)}";

    /// <summary>The same for every family there is; a relation of the model, or one of the <see cref="OfOthers"/>.</summary>
    public static string OfAll(string relation, string organisation, string actor) => "delete from relation; " + Of(relation, "select id from dossier", organisation, actor);

    /// <summary>Gives an organisation this relation with one family, beside what is there.</summary>
    public static string Of(string relation, Guid family, string organisation, string actor) => Of(relation, $"select '{family}'::uuid as id", organisation, actor);

    private static string Of(string relation, string families, string organisation, string actor) => relation switch
    {
        "andere-organisatie" => string.Concat(new[] { "aanmelder", "intake", "zorg", "overdracht", "uitgenodigd" }.Select(r => Insert(r, families, r == "overdracht" ? "jgz-elders" : "elders", actor))),
        "nood-van-collega" => Insert("nood", families, organisation, "demo:collega"),
        _ => Insert(relation, families, organisation, actor),
    };

    /// <summary>Relations that somebody else has: to who looks they are none.</summary>
    public static readonly IReadOnlyList<string> OfOthers = ["andere-organisatie", "nood-van-collega"];

    private static string Insert(string relation, string families, string organisation, string actor)
    {
        var (kind, form) = relation.Split('-', 2) is [var first, var rest] ? (first, rest) : (relation, "");
        var columns = (kind, form) switch
        {
            ("none" or "eigen", _) => null,
            ("ingetrokken", _) => Row("uitgenodigd", Before, "2023-05-15", "now()"),
            ("nood", "") => Row("nood", "2023-05-15", null, null, $"'{actor}'", "now() + interval '30 minutes'"),
            ("nood", "verlopen") => Row("nood", "2023-05-15", null, null, $"'{actor}'", "now() - interval '1 minute'"),
            ("zorg", "voor-plaats") or ("overdracht", "aangeboden") => Row(kind, null, null, null),
            ("overdracht", "geweigerd") => Row(kind, null, "2023-05-10", null),
            (_, "") => Row(kind, Before, null, null),
            (_, "nazorg") => Row(kind, Before, "2023-06-01", null),
            (_, "verlopen") => Row(kind, Before, "2023-05-14", null),
            (_, "ingetrokken") => Row(kind, Before, "2023-05-15", "now()"),
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "not a relation of the model"),
        };
        return columns is null ? "" : $"""
            insert into relation (id, dossier_id, organisation, entry_id, kind, from_day, until_day, withdrawn_at, actor, until_at, offered_on, reason)
            select gen_random_uuid(), f.id, '{organisation}', gen_random_uuid(), {columns}, '2023-05-02', 'test' from ({families}) f;
            """;
    }

    private static string Row(string kind, string? from, string? until, string? withdrawn, string actor = "null", string at = "null") =>
        $"'{kind}', {Day(from)}, {Day(until)}, {withdrawn ?? "null"}, {actor}, {at}";

    private static string Day(string? day) => day is null ? "null" : $"date '{day}'";
}
