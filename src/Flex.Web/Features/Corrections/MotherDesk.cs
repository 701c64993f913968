using Flex.Domain.Corrections;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Corrections;

/// <summary>What is known of the mother, to be corrected on one day.</summary>
public sealed record MotherDesk(DossierRecord Record, Programme Programme, National National, DateOnly Day)
{
    /// <summary>The period of where she lives that holds today.</summary>
    public PeriodLine? Home => Record.Residences.FirstOrDefault(r => r.Contains(Day));

    /// <summary>Whether she moved since the application.</summary>
    public bool Moved => Home?.Detail is not null;

    public MotherFacts Known => new(
        Record.Head.Mother, Record.Head.MotherBirthDate, Record.Head.Said.Telephone, Home?.Detail ?? Record.Head.Postcode, Record.Head.Said.HouseNumber, Home?.Value, Record.Head.Said.Language, Record.Head.Said.Interpreter);

    internal CorrectionContext Context => new(Known, Record.Head.ReceivedOn, Moved, Programme, National);

    /// <summary>The act that corrected her last: the form says on which it was made.</summary>
    internal static string VersionOf(DossierRecord record) => record.Head.MotherAct?.ToString() ?? "";

    internal TypedFields Fresh(ProgrammeClock clock) => TypedFields.Fresh(clock, VersionOf(Record),
        (CorrectionText.NameField, Known.Name), (CorrectionText.BornField, Known.Born is { } born ? Dutch.Date(born) : null), (CorrectionText.TelephoneField, Known.Telephone),
        (CorrectionText.PostcodeField, Known.Postcode), (CorrectionText.HouseField, Known.HouseNumber), (CorrectionText.MunicipalityField, Known.Municipality),
        (CorrectionText.LanguageField, Known.Language), (CorrectionText.InterpreterField, Known.Interpreter == true ? "ja" : null));

    internal static MotherDesk Of(DossierRecord record, ProgrammeLibrary library, ProgrammeClock clock) =>
        new(record, library.Programmes[record.Head.Programme], library.National, DossierFacts.DayOf(record, clock));
}
