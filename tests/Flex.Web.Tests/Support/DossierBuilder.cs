using Flex.Domain.Dossiers;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Tests.Support;

/// <summary>Makes what a test needs in the words of the work: await a.Dossier().In("Heerlen").Save().</summary>
internal sealed class Builder(App app)
{
    public DossierBuilder Dossier() => new(app);
}

/// <summary>One dossier, by default of a family that meets every condition of the pilot; everything in it is invented.</summary>
internal sealed class DossierBuilder(App app, string programme = "zuid-limburg-2021")
{
    private static readonly Actor Midwife = new("demo:verloskundige", "Demo verloskundige", "verloskundige", "demo-verloskunde");
    private readonly Dictionary<string, FactorState> states = [];
    private readonly List<string> subFactors = [];
    private ProtectiveJudgement judgement = ProtectiveJudgement.Insufficient;
    private bool assessed = true;
    private bool inCare;
    private Application form = new()
    {
        ReceivedOn = new(2023, 5, 1),
        Applicant = "verloskundige",
        MotherName = "Anna de Proef",
        MotherBirthDate = new(1995, 3, 2),
        Postcode = "6411AB",
        Municipality = "GM0917",
        Insurer = "CZ",
        InsurerConcern = "cz",
        Provider = "geboortezorg-limburg",
        DueDate = new(2023, 6, 20),
        FirstPregnancy = "ja",
        Helpers = "1",
        Pillars = [1, 2],
    };

    public DossierBuilder In(string municipality) => With(form with { Municipality = app.Library.National.Municipalities.First(m => m.Name == municipality).Code });

    public DossierBuilder Nowhere() => With(form with { Municipality = null });

    public DossierBuilder Of(string mother) => With(form with { MotherName = mother });

    public DossierBuilder Insured(string label, string? concern) => With(form with { Insurer = label, InsurerConcern = concern });

    public DossierBuilder Received(DateOnly day) => With(form with { ReceivedOn = day });

    public DossierBuilder Born(DateOnly day) => With(form with { BirthDate = day });

    public DossierBuilder For(params int[] pillars) => With(form with { Pillars = pillars });

    public DossierBuilder Known(string bsn, string telephone) => With(form with { Bsn = Flex.Domain.Shared.Bsn.TryParse(bsn), Telephone = telephone, Contact = new(["telefoon"], null, "niemand") });

    public DossierBuilder At(string postcode) => With(form with { Postcode = postcode });

    public DossierBuilder Saying(string note) => With(form with { Note = note });

    public DossierBuilder Factor(string code, FactorState state)
    {
        states[code] = state;
        return this;
    }

    public DossierBuilder Sub(string code)
    {
        subFactors.Add(code);
        return this;
    }

    public DossierBuilder Protection(ProtectiveJudgement said)
    {
        judgement = said;
        return this;
    }

    /// <summary>Who gives the care reaches the family already, and JGZ took her over.</summary>
    public DossierBuilder InCare()
    {
        inCare = true;
        return this;
    }

    public DossierBuilder NotAssessed()
    {
        assessed = false;
        return this;
    }

    /// <summary>Writes the dossier as an application does and answers its id.</summary>
    public async Task<Guid> Save()
    {
        foreach (var code in app.Library.National.Factors.Factors.Where(f => f.Kind != Flex.Domain.Programmes.FactorKind.Protective && f.Parent is null).Select(f => f.Code))
        {
            states.TryAdd(code, code == "R1" ? FactorState.Present : FactorState.Absent);
        }

        var application = form with { Vulnerability = assessed ? new(states, subFactors, judgement, "Demo verloskundige", form.ReceivedOn) : null };
        var dossier = NewDossier.Open(application, app.Library.National.Factors, app.Clock);
        await using var work = await app.Db.Begin(Midwife, "aanmelden");
        work.Journal(Act.ApplicationReceived, dossier.Key, dossier.Body, application.ReceivedOn, id: dossier.EntryId);
        DossierTables.Add(work, programme, [dossier]);
        OpenWork.Refresh(work, app.Library.Programmes[programme], dossier.Id);
        await work.Save();
        if (inCare)
        {
            await app.Database.AsAdmin($"""
                set session_replication_role = replica;
                update relation set from_day = '2022-01-01' where dossier_id = '{dossier.Id}' and kind = 'zorg';
                insert into relation (id, dossier_id, kind, organisation, from_day, entry_id) select gen_random_uuid(), dossier_id, 'overdracht', 'jgz-zuid-limburg', '2022-01-01', entry_id
                from relation where dossier_id = '{dossier.Id}' and kind = 'intake'
                """);
        }

        return dossier.Id;
    }

    private DossierBuilder With(Application changed)
    {
        form = changed;
        return this;
    }
}
