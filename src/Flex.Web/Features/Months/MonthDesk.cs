using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Months;

/// <summary>The closed months as they lie before a coordinator, with the programmes whose records her organisation keeps.</summary>
public sealed record MonthDesk(IReadOnlyList<ClosedMonthLine> Lines, IReadOnlyList<Choice> Programmes)
{
    /// <summary>The months that are closed now.</summary>
    public IEnumerable<ClosedMonthLine> Closed => Lines.Where(l => l.OpenedOn is null);

    internal static async Task<MonthDesk> Read(Work work, Actor actor, ProgrammeLibrary library, CancellationToken stop) => new(
        await ClosedMonths.Read(work, stop), [.. library.Programmes.Values.Where(p => p.Intake == actor.Organisation).Select(p => new Choice(p.Code, p.Name))]);

    /// <summary>The name of a programme.</summary>
    public string NameOf(string programme) => Programmes.FirstOrDefault(p => p.Value == programme)?.Label ?? programme;
}
