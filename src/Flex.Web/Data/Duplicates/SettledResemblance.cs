using Flex.Domain.Ends;
using Flex.Domain.Programmes;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Tables;
using NpgsqlTypes;

namespace Flex.Web.Data.Duplicates;

/// <summary>What somebody of the organisation that keeps both records says of two dossiers that are alike; a double click says the same again.</summary>
internal sealed record SettledResemblance(Guid Id, bool IsSame, string? Because, Guid Act)
{
    public const string Same = "same";
    public const string Different = "different";

    private const string Load = $"""
        select r.dossier_id, r.resembles, d.programme, k.wrapped, l.wrapped, r.settled_as, r.settled_because, r.settled_by,
               exists (select from dossier_end e where e.dossier_id = r.dossier_id and e.reopened_on is null), 
               array(select distinct on (lower(x.applicant_mail)) x.channel || ' ' || x.applicant_mail from (select applicant_mail, channel from application where dossier_id = r.dossier_id
                   union all select applicant_mail, channel from pillar_application where dossier_id = r.dossier_id) x where x.applicant_mail is not null),
               exists (select from dossier_end e where e.dossier_id = r.resembles and e.reopened_on is null), {CarriedOver.Columns}
        from resemblance r join dossier d on d.id = r.dossier_id join application n on n.dossier_id = r.dossier_id join application o on o.dossier_id = r.resembles
        join vault.dossier_key k on k.dossier_id = r.dossier_id join vault.dossier_key l on l.dossier_id = r.resembles
        {CarriedOver.Join}
        where r.id = $1 and keeps_record(r.dossier_id) and keeps_record(r.resembles) for update of r
        """;

    private sealed record Row(
        DossierKey New, DossierKey Old, string Programme, string? Settled, string? Because, string? By, bool Ended, IReadOnlyList<string> Tell, bool OldEnded, CarriedOver Carried);

    /// <summary>Answers the dossier that this family has now; none when somebody said something else before, or the other dossier ended. The same family ends the new dossier.</summary>
    public async Task<Guid?> Store(FlexDb db, IReadOnlyDictionary<string, Programme> programmes, Actor actor, string purpose, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, purpose, stop);
        if (await Find(work, stop) is not { } row)
        {
            return null;
        }

        var stays = IsSame ? row.Old.Dossier : row.New.Dossier;
        if (row.Settled is not null)
        {
            return (row.Settled, row.Because, row.By) == (IsSame ? Same : Different, Because, actor.Name) ? stays : null;
        }

        // The new form would end with the other dossier, and nobody would decide about it.
        if (IsSame && row.OldEnded)
        {
            return null;
        }

        Add(work, row);
        OpenWork.Refresh(work, programmes[row.Programme], row.New.Dossier, row.Old.Dossier);
        await work.Save();
        return stays;
    }

    private void Add(Work work, Row row)
    {
        var carried = IsSame && !row.Ended ? row.Carried : null;
        if (carried is not null)
        {
            EndNew(work, row);
            carried.Add(work, row.New.Dossier, row.Old.Dossier);
        }

        work.Journal(Journal.Act.ResemblanceSettled, row.New, new SettlementBody(row.Old.Dossier, IsSame, Because), id: work.Clock.NewId());
        work.Journal(Journal.Act.ResemblanceSettled, row.Old, new SettlementBody(row.New.Dossier, IsSame, Because) { Pillars = carried?.Pillars ?? [], Contact = carried?.Contact is not null }, id: work.Clock.NewId());
        work.Add("update resemblance set settled_as = $2, settled_because = $3, settled_by = $4, settled_on = $5 where id = $1",
            Id, IsSame ? Same : Different, Work.Optional(Because, NpgsqlDbType.Text), work.Actor.Name, work.Clock.Today);
    }

    // Its applicant hears and sees of this end what is heard and seen of any family that did not go on.
    private void EndNew(Work work, Row row)
    {
        var ending = new DossierEnding(EndCodes.Double, work.Clock.Today, Because, null, null);
        work.Journal(Journal.Act.DossierEnded, row.New, ending, ending.On);
        NewEnd.Add(work, new(work.Clock.NewId(), row.New.Dossier, work.EntryId, Act, ending, work.Actor.Name, row.Old.Dossier));
        foreach (var to in row.Tell.Select(t => t.Split(' ', 2)))
        {
            ApplicantNotice.Queue(work, row.New, to[1], to[0]);
        }
    }

    private async Task<Row?> Find(Work work, CancellationToken stop)
    {
        work.Add(Load, Id);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop)
            ? new(Key(0, 3), Key(1, 4), reader.GetString(2), Text(5), Text(6), Text(7), reader.GetBoolean(8), reader.GetFieldValue<string[]>(9), reader.GetBoolean(10), Carried())
            : null;

        DossierKey Key(int dossier, int wrapped) => DossierKey.Unwrap(work.Keys, reader.GetGuid(dossier), reader.GetFieldValue<byte[]>(wrapped));
        CarriedOver Carried() => new(reader.GetFieldValue<int[]>(11), reader.IsDBNull(12) ? null : reader.GetGuid(12), !reader.IsDBNull(13) && reader.GetBoolean(13));
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}

/// <summary>The sealed body of <see cref="Act.ResemblanceSettled"/>, in the journal of both dossiers.</summary>
internal sealed record SettlementBody(Guid Other, bool Same, string? Reason)
{
    /// <summary>Pillars that were asked for in the other dossier and go on in this one.</summary>
    public int[] Pillars { get; init; } = [];

    /// <summary>Whether the newer answer to how the family can safely be reached was carried over.</summary>
    public bool Contact { get; init; }
}
