using Flex.Domain.Births;
using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Web.Data.Funding;

/// <summary>The stored facts of a family as the life that the rule reads.</summary>
internal static class LifeReading
{
    public static FamilyLife Of(FamilyFunding facts)
    {
        var birth = facts.Births.FirstOrDefault(b => facts.Births.All(n => n.Corrects != b.Id))?.Given
            // As everywhere: until the birth is registered the day that the application said.
            ?? (facts.BirthDate is { } day ? new RegisteredBirth(BirthCodes.Unknown, BirthCodes.Unknown, null, null, [new(day, null, true, null, null)]) : null);
        return new()
        {
            Birth = birth,
            Indications = [.. facts.Indications.Where(i => i.Kind == CareCodes.Regular).Select(i => new Indication(i.FromDay, new(i.Quarters), CareCodes.Indicator(i.ByWhom), CareCodes.Method(i.Method), i.Id))],
            Extensions = [.. facts.Indications.Where(i => i.UntilDay is not null).Select(i => new ExtensionIndication(new(i.FromDay, i.UntilDay), new(i.Quarters), CareCodes.Indicator(i.ByWhom), i.Id))],
            Stays = StayReading.Of(birth),
            Insurers = [.. facts.Insurances.Where(i => i.Value is not null).Select(i => new Dated<InsuredWith>(new(i.First, i.Last), new(i.Value!, i.Detail ?? "")))],
            Municipalities = [.. facts.Homes.Where(h => h.Value is not null).Select(h => new Dated<string>(new(h.First, h.Last), h.Value!))],
            Covers = [.. facts.Covers.Select(CoverOf)],
            Admissions = [.. AdmissionReading.Of(facts)],
            Classes = [.. facts.Classes.Select((c, i) => new Dated<ClassSet>(new(c.AssessedOn, null), ClassCodes.Parse(c.SetClass) ?? (ClassSet)c.Possible)).Reverse().DistinctBy(c => c.Period.First)],
            EndedOn = facts.EndedOn,
        };
    }

    private static SupplementaryCover CoverOf(CoverRow row) => new(
        new(row.First, row.Last), row.Name,
        row.PaysContribution ? new(row.AtMost is { } most ? new Cents(most) : null) : null,
        row.LateQuarters is { } late ? new(new(late), row.LateDays) : null);
}
