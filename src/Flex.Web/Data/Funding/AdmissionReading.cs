using Flex.Domain.Funding;
using Flex.Web.Data.Tables;

namespace Flex.Web.Data.Funding;

/// <summary>On which days a family is admitted: from the day of a decision until another decision followed it or the pillar was done.</summary>
internal static class AdmissionReading
{
    public static IEnumerable<Admission> Of(FamilyFunding facts)
    {
        foreach (var decisions in facts.Decisions.GroupBy(d => d.Pillar))
        {
            var all = decisions.ToList();
            var done = facts.Done.FirstOrDefault(d => d.Pillar == decisions.Key)?.DoneOn;
            for (var i = 0; i < all.Count; i++)
            {
                var last = Earliest(i + 1 < all.Count ? all[i + 1].DecidedOn.AddDays(-1) : null, done);
                if (all[i].Outcome == NewDecision.Admitted && !(last < all[i].DecidedOn))
                {
                    yield return new(decisions.Key, new(all[i].DecidedOn, last));
                }
            }
        }
    }

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
