using System.Globalization;
using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Work;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Confirmations;

/// <summary>What lies before somebody who confirms facts or judges what a change means.</summary>
public sealed record FactsDesk(DossierRecord Record, ProgrammeNames Names, National National, DateOnly Day, bool MayJudge)
{
    /// <summary>The facts as known today.</summary>
    public FamilyFacts Now => new(Record.PostcodeOn(Day), Record.MunicipalityOn(Day), Record.InsurerOn(Day)?.Value, Record.ProviderOn(Day));

    /// <summary>What is asked now: after the birth, per 1 January, or nothing in particular.</summary>
    public string Occasion => Record.Life.Open.Where(o => o.Kind == WorkKinds.CodeOf(WorkKind.ConfirmFacts) && o.Since <= Day).OrderBy(o => o.Part).FirstOrDefault() is { } open
        ? open.Part switch { 0 => FactChecks.Birth, 1 => FactChecks.Reopened, var year => $"{year.ToString(CultureInfo.InvariantCulture)}-01-01" }
        : FactChecks.Between;

    /// <summary>What changed and nobody judged yet, oldest first.</summary>
    public IReadOnlyList<FactCheckLine> Unjudged => [.. Record.Life.Checks.Where(c => c.Changed.Count > 0 && c.JudgedOn is null)];

    /// <summary>The changes that somebody judges with a form: others are told first.</summary>
    public string Changes => string.Join(' ', Unjudged.Select(c => c.Id));

    /// <summary>The check that a form was opened after; empty before the first.</summary>
    public string Version => Record.Life.Checks.LastOrDefault()?.Id.ToString() ?? "";

    internal FactsContext Context => new(Now, new Dictionary<string, DateOnly>(StringComparer.Ordinal)
    {
        [FactsText.Home] = Since(Record.Residences.Select(r => r.First)),
        [FactsText.Insurance] = Since(Record.Insurances.Select(r => r.First)),
        [FactsText.Provision] = Since(Record.Life.Provisions.Select(p => p.First)),
    }, Names.Programme, National);

    /// <summary>What the rule would say now of a pillar.</summary>
    public (string Proposal, IReadOnlyList<ReasonLine> Reasons) WhatTheRuleSays(int pillar)
    {
        var facts = DossierFacts.Propose(Record, pillar, Day, Names.Programme);
        return (Domain.Eligibility.EligibilityText.Of(facts.Proposal), Names.Reasons(facts));
    }

    internal static FactsDesk Of(DossierRecord record, ProgrammeLibrary library, ProgrammeClock clock, bool mayJudge) =>
        new(record, new(library.Programmes[record.Head.Programme], library.National), library.National, DossierFacts.DayOf(record, clock), mayJudge);

    internal TypedFields Fresh(ProgrammeClock clock) => TypedFields.Fresh(clock, Version,
        ("postcode", Now.Postcode), ("gemeente", Now.Municipality), ("verzekeraar", Now.Insurer), ("aanbieder", Now.Provider));

    // A day of a file may lie after the day on which the demonstration stands still; a change begins after what is known.
    private DateOnly Since(IEnumerable<DateOnly> firsts) => firsts.DefaultIfEmpty(Record.Head.ReceivedOn).Max();
}
