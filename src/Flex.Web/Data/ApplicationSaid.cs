using Npgsql;

namespace Flex.Web.Data;

/// <summary>What the application said of the mother's home, language and helpers, and of who applied, agreed and decides with her; codes as stored, null where nobody asked.</summary>
public sealed record ApplicationSaid(
    string? HouseNumber, string? Telephone, string? Language, bool? Interpreter, int? Parity, IReadOnlyList<string> HelpersWhich, bool Jointly,
    string? ApplicantName, string? ApplicantPhone, string? Authority, string? CoDecides, string? CoDecider, string? AgreedBy, bool NoNotice)
{
    /// <summary>An application that said none of it, as one from a file.</summary>
    public static ApplicationSaid Nothing { get; } = new(null, null, null, null, null, [], false, null, null, null, null, null, null, false);

    internal const string Columns = """
        m.house_number, m.telephone, m.language, m.interpreter, a.parity, a.helpers_which, a.jointly, a.applicant_name, a.applicant_phone, a.authority, a.co_decides, a.co_decider, a.agreed_by, a.no_notice
        """;

    internal static ApplicationSaid Read(NpgsqlDataReader row, int from) => new(
        Text(row, from), Text(row, from + 1), Text(row, from + 2), row.IsDBNull(from + 3) ? null : row.GetBoolean(from + 3), row.IsDBNull(from + 4) ? null : row.GetInt32(from + 4),
        row.GetFieldValue<string[]>(from + 5), row.GetBoolean(from + 6), Text(row, from + 7), Text(row, from + 8), Text(row, from + 9), Text(row, from + 10), Text(row, from + 11), Text(row, from + 12), row.GetBoolean(from + 13));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
