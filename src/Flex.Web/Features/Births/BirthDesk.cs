using System.Globalization;
using Flex.Domain.Births;
using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Births;

/// <summary>What lies before somebody who registers or corrects a birth.</summary>
public sealed record BirthDesk(DossierRecord Record, TypedFields Typed, IReadOnlyList<FieldError> Errors, FormNotice? Said)
{
    public BirthLine? Current => Record.Life.Birth;

    public int Children => BirthText.ChildrenOf(Typed["aantal"]);

    /// <summary>Asked only when a first answer was hard to believe.</summary>
    public bool AsksSure => Errors.For("zeker") is not null || Typed["zeker"] is not null;

    /// <summary>An empty form for one child or more, or what was registered, to correct it.</summary>
    internal static BirthDesk Fresh(DossierRecord record, ProgrammeClock clock, int? children)
    {
        var typed = record.Life.Birth is { } birth ? Of(birth) : [("aantal", $"{BirthText.ChildrenOf($"{children}")}"), ("kind1_dag", Day(record.Head.BirthDate))];
        return new(record, TypedFields.Fresh(clock, VersionOf(record), typed), [], null);
    }

    /// <summary>The registration that a form corrects; empty for the first.</summary>
    internal static string VersionOf(DossierRecord record) => record.Life.Birth?.Id.ToString() ?? "";

    private static IEnumerable<(string, string?)> Of(BirthLine birth) =>
    [
        ("aantal", Number(birth.Children.Count)), ("plaats", birth.Place), ("voeding", birth.Feeding),
        ("moeder_ziekenhuisdagen", Number(birth.MotherHospitalDays)), ("moeder_ontslag", Day(birth.MotherDischargedOn)),
        .. birth.Children.SelectMany(c => new (string, string?)[]
        {
            ($"kind{c.Number}_dag", Day(c.BornOn)), ($"kind{c.Number}_tijd", c.BornAt?.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ($"kind{c.Number}_leeft", c.Live ? BirthCodes.Live : BirthCodes.Still), ($"kind{c.Number}_ziekenhuisdagen", Number(c.HospitalDays)), ($"kind{c.Number}_ontslag", Day(c.DischargedOn)),
        }),
    ];

    private static string? Day(DateOnly? day) => day is { } known ? Dutch.Date(known) : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
