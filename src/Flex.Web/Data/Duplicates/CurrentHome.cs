namespace Flex.Web.Data.Duplicates;

/// <summary>Who lives at a postcode on a day: what was confirmed since the application counts, and else what the application said.</summary>
internal static class CurrentHome
{
    /// <summary>A set of dossier_id; the parameters are expressions of the statement. Offset keeps the planner from beginning at the due dates, of which there are few.</summary>
    public static string At(string postcode, string day) => $"""
        (select y.dossier_id from mother y where y.postcode = {postcode}
            and not exists (select from residence r where r.dossier_id = y.dossier_id and r.postcode is not null and lower(r.during) <= {day})
         union all select r.dossier_id from residence r where r.postcode = {postcode} and r.during @> {day} offset 0)
        """;
}
