using Flex.Domain.Ends;
using Flex.Domain.Programmes;
using Flex.Domain.Work;
using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Ends;

/// <summary>What is not done yet in a dossier that is about to end, in plain Dutch.</summary>
internal static class StillOpen
{
    public static EndContext Of(DossierRecord record, Programme programme, DateOnly day) =>
        new(record.Head.ReceivedOn, record.BornOn, record.Admitted, [.. Sentences(record, programme, day)], [.. Untold(record)]);

    private static IEnumerable<string> Untold(DossierRecord record) => record.Life.Open.Where(o => Kind(o) == WorkKind.TellOutcome)
        .Select(o => $"De uitslag over pijler {o.Part} is nog niet aan het gezin verteld.");

    private static IEnumerable<string> Sentences(DossierRecord record, Programme programme, DateOnly day)
    {
        foreach (var pillar in record.Admitted.Where(p => record.Care.All(c => c.Pillar != p)))
        {
            yield return $"In pijler {pillar} zijn geen uren vastgelegd.";
        }

        if (record.Admitted.Count > 0 && record.BornOn is null)
        {
            yield return "Er is nog geen geboorte vastgelegd.";
        }
        else if (record.Admitted.Count > 0 && record.BornOn!.Value.AddMonths(programme.Work.CareMonths) is var until && until > day)
        {
            yield return $"Het gezin kan nog zorg krijgen tot {Dutch.Date(until)}.";
        }

        if (record.Life.Open.Where(o => o.Since <= day && Kind(o) is not (WorkKind.EndDossier or WorkKind.TellOutcome or WorkKind.RegisterBirth)).Select(WorkWords.What).ToList() is [_, ..] work)
        {
            yield return $"Nog te doen: {Domain.Shared.Dutch.And([.. work.Select(w => char.ToLowerInvariant(w[0]) + w[1..])])}.";
        }
    }

    private static WorkKind Kind(OpenWorkLine line) => WorkKinds.Parse(line.Kind);
}
