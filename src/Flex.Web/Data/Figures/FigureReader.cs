using System.Data;
using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Npgsql;
using NpgsqlTypes;

namespace Flex.Web.Data.Figures;

/// <summary>Computes the figures of a programme from its dossiers: every query in one batch on one picture of the database, as the role that sees no names.</summary>
internal sealed class FigureReader(Installation installation, ProgrammeLibrary library, FlexDb db)
{
    // What is not yet decided must not be published: until a programme says otherwise, the threshold of RIVM's Monitor Kansrijke Start.
    private const int UndecidedThreshold = 10;

    public ProgrammeLibrary Library => library;

    /// <summary>
    /// The factsheet for a person, who is written down as having seen it; null for an unknown programme. Who decides gets no figure about a
    /// question that is kept from who decides: not computed, so that no page, file or paper of it can show one.
    /// </summary>
    public async Task<Factsheet?> Show(Actor actor, string code, CancellationToken stop)
    {
        if (await Read(code, db.Clock.AsOf, Policies.May(actor.Role, Policies.Decide), stop) is not { } factsheet)
        {
            return null;
        }

        await using var work = await db.Begin(actor, "cijfers bekijken: " + code, stop);
        work.Journal(Act.FiguresRead);
        await work.Save();
        return factsheet;
    }

    /// <summary>The factsheet as of a day (programme time), or null for an unknown programme. A programme without an evaluation has no figures yet.</summary>
    public Task<Factsheet?> Read(string code, DateOnly asOf, CancellationToken stop) => Read(code, asOf, decides: false, stop);

    private async Task<Factsheet?> Read(string code, DateOnly asOf, bool decides, CancellationToken stop)
    {
        if (!library.Programmes.TryGetValue(code, out var programme))
        {
            return null;
        }

        FactsheetFigure[] all = programme.Periods is null ? [] : [.. programme.Factsheet.SelectMany(s => s.Figures)];
        FactsheetFigure[] wanted = decides ? [.. all.Where(f => !programme.IsHiddenFromDeciders(f))] : all;
        int? threshold = programme.IsReconstruction ? null : programme.PublicationThreshold ?? UndecidedThreshold;
        var rows = wanted.Length == 0 ? [] : await Rows(programme, wanted, asOf, stop);
        return new Factsheet(programme, asOf, [.. wanted.Select((f, i) => FigureRows.Show(f, library.Indicators[f.Indicator], rows[i], threshold))])
        {
            Threshold = threshold,
            LeftOut = wanted.Length < all.Length ? Factsheet.NotForDeciders : null,
        };
    }

    private async Task<List<List<FigureRow>>> Rows(Programme programme, FactsheetFigure[] figures, DateOnly asOf, CancellationToken stop)
    {
        await using var connection = await installation.Stats.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set transaction read only"));
        foreach (var figure in figures)
        {
            batch.BatchCommands.Add(Command(programme, figure, asOf));
        }

        await using var reader = await batch.ExecuteReaderAsync(stop);
        var all = new List<List<FigureRow>>(figures.Length);
        do
        {
            all.Add(await Rows(reader, stop));
        }
        while (await reader.NextResultAsync(stop));

        return all;
    }

    private NpgsqlBatchCommand Command(Programme programme, FactsheetFigure figure, DateOnly asOf)
    {
        var command = new NpgsqlBatchCommand(library.Indicators[figure.Indicator].Sql);
        var (evaluation, care) = (programme.Periods!.Evaluation, programme.Periods.Care);
        command.Parameters.Add(new NpgsqlParameter("programme", NpgsqlDbType.Text) { Value = programme.Code });
        command.Parameters.Add(Day("as_of", asOf));
        command.Parameters.Add(Day("evaluation_from", evaluation.First));
        command.Parameters.Add(Day("evaluation_to", evaluation.Last));
        command.Parameters.Add(Day("care_from", care.First));
        command.Parameters.Add(Day("care_to", care.Last));
        foreach (var (name, value) in figure.Parameters)
        {
            command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = value });
        }

        return command;
    }

    private static NpgsqlParameter Day(string name, DateOnly? day) => new(name, NpgsqlDbType.Date) { Value = day is { } known ? known : DBNull.Value };

    private static async Task<List<FigureRow>> Rows(NpgsqlDataReader reader, CancellationToken stop)
    {
        var rows = new List<FigureRow>();
        while (await reader.ReadAsync(stop))
        {
            rows.Add(new FigureRow(reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.FieldCount > 4 ? reader.GetInt64(4) : null));
        }

        return rows;
    }
}
