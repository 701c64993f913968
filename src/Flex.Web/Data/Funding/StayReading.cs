using Flex.Domain.Births;
using Flex.Domain.Funding;

namespace Flex.Web.Data.Funding;

/// <summary>The days of the mother in hospital, as the registered birth says them.</summary>
internal static class StayReading
{
    // Where only the number of days is known, they begin at the birth.
    public static IReadOnlyList<HospitalStay> Of(RegisteredBirth? birth) => birth switch
    {
        { MotherHospitalDays: > 0 and var days, MotherDischargedOn: { } home } => [new(new(home.AddDays(1 - days), home))],
        { MotherHospitalDays: > 0 and var days } => [new(new(birth.BornOn, birth.BornOn.AddDays(days - 1)))],
        _ => [],
    };
}
