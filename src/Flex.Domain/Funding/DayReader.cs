using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Works out the days of one family's life.</summary>
internal sealed class DayReader(FamilyLife life, FundingRules rules)
{
    private readonly DeliveryTime? delivery = DeliveryTime.Of(life.Birth);

    public DayOfLife Read(DateOnly day)
    {
        var terms = rules.TermsOn(day);
        var (insurer, municipality) = (life.Insurers.On(day)?.Value, life.Municipalities.On(day)?.Value);
        var number = delivery is null ? (int?)null : BirthDays.Number(delivery.Day, day);
        var extension = new DayExtension(life, rules).On(day, number, terms, insurer);
        return new()
        {
            Day = day,
            Number = number,
            BornAt = delivery?.First.Index ?? int.MaxValue,
            Terms = terms,
            Uninsured = insurer is not null && rules.Uninsured.Contains(insurer.Concern),
            Stillbirth = delivery?.Stillbirth ?? false,
            Indicated = number > terms.RegularDays ? null : IndicatedHours.On(life, day, delivery, terms),
            Extension = extension.Hours?.Count,
            ExtensionIsContiguous = extension.Contiguous,
            NoExtension = extension.Because,
            LateCover = LateCover(day, terms),
            Waived = IsIn(rules.WaiverPillar, day) && (rules.WaivedConcerns is not { } waived || (insurer is not null && waived.Contains(insurer.Concern))),
            Programme = ProgrammeOn(day, number, terms, municipality),
            Insurer = insurer,
            Municipality = municipality,
            Rate = OwnContribution.RateOn(rules.Contributions, day),
        };
    }

    private bool IsIn(int? pillar, DateOnly day) => pillar is { } number && !(day > life.EndedOn) && Counts(day) && IsAdmitted(number, day);

    private bool Counts(DateOnly day) => rules.Care is not { } care || care.Contains(day);

    private bool IsAdmitted(int pillar, DateOnly day) => life.Admissions.Any(a => a.Pillar == pillar && a.Period.Contains(day));

    private PayerReason ProgrammeOn(DateOnly day, int? number, CareTerms terms, string? municipality) =>
        number is not { } known || known < terms.FlexibleFromDay ? PayerReason.TooEarlyForProgramme
        : delivery is not null && day > BirthDays.LastOf(delivery.Day, terms.FlexibleMonths) ? PayerReason.AfterLastMonth
        : day > life.EndedOn ? PayerReason.DossierEnded
        : !Counts(day) ? PayerReason.OutsideProgramme
        : rules.FlexiblePillar is not { } pillar || !IsAdmitted(pillar, day) ? PayerReason.NotAdmitted
        : rules.PayingMunicipalities is { } paying && (municipality is null || !paying.Contains(municipality)) ? PayerReason.MunicipalityDoesNotPay
        : PayerReason.AfterRegularCare;

    // Only care for a baby that came home after the regular days, and only from that day on.
    private sbyte LateCover(DateOnly day, CareTerms terms)
    {
        var late = delivery is not null && delivery.Homecomings.Any(home => home <= day && BirthDays.Number(delivery.Day, home) > terms.RegularDays);
        for (var i = 0; late && i < life.Covers.Count; i++)
        {
            if (life.Covers[i].LateStart is not null && life.Covers[i].Period.Contains(day))
            {
                return (sbyte)i;
            }
        }

        return -1;
    }
}
