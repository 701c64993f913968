using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>The sealed body of <see cref="Journal.Act.DueDateCorrected"/>.</summary>
internal sealed record DueDateBody(DateOnly? Before, DateOnly Day, string Source)
{
    /// <summary>Writes it; the database refuses when the date is not what was known any more, or the child is born.</summary>
    public void Add(Work work, Guid dossier) => work.Add("select correct_due_date($1, $2, $3)", dossier, Work.Optional(Before, NpgsqlDbType.Date), Day);
}
