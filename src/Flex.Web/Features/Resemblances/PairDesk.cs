using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Resemblances;

/// <summary>What lies before somebody who compares two dossiers: what tells them apart, never a BSN.</summary>
/// <param name="MaySettle">Whether this person may say that it is the same family; others only look.</param>
public sealed record PairDesk(Guid Id, string Why, DateOnly Since, SettledLine? Settled, DossierHead New, DossierHead Old, IReadOnlyList<ComparedLine> Lines, bool MaySettle)
{
    /// <summary>Who said what and when, once somebody did.</summary>
    public string? Verdict => Settled is null ? null
        : $"{Settled.By} zei op {Dutch.Date(Settled.On)}: {(Settled.Same ? "dit is hetzelfde gezin" : "dit is een ander gezin")}.{(Settled.Because is null ? "" : $" Reden: “{Settled.Because}”.")}";

    /// <summary>The dossier that was there ended: what the new form asks would be lost in it.</summary>
    public bool OldEnded { get; init; }

    /// <summary>What is wrong with a form, beside the field it belongs to.</summary>
    public IReadOnlyList<FieldError> Errors(SettleForm form) => OldEnded && Settled is null && form.Verdict == SettleForm.Same
        ? [.. form.Errors(), new("oordeel", $"Dossier {Old.Number} is afgesloten. Heropen dat eerst, of zeg “niet hetzelfde”: een volgende zwangerschap is een nieuwe aanvraag.")]
        : form.Errors();

    internal static PairDesk Of(ResembledPair pair, ProgrammeLibrary library, bool maySettle)
    {
        var names = new ProgrammeNames(library.Programmes[pair.New.Head.Programme], library.National);
        var lines = Said(pair.New, names).Zip(Said(pair.Old, names), (n, o) => new ComparedLine(n.Label, n.Text, o.Text));
        return new(pair.Id, pair.Why, pair.Since, pair.Settled, pair.New.Head, pair.Old.Head, [.. lines], maySettle) { OldEnded = pair.Old.Life.End is not null };
    }

    private static IEnumerable<(string Label, string? Text)> Said(DossierRecord record, ProgrammeNames names)
    {
        var head = record.Head;
        yield return ("Naam van de moeder", head.Mother);
        yield return ("Geboortedatum van de moeder", Day(head.MotherBirthDate));
        yield return ("Postcode", record.PostcodeNow);
        yield return ("Gemeente", head.Shield is null && record.MunicipalityOn(head.ReceivedOn) is { } code ? names.Municipality(code) : null);
        yield return ("Verzekeraar", record.InsurerOn(head.ReceivedOn)?.Value);
        yield return ("Uitgerekend", Day(head.DueDate));
        yield return ("Kind geboren op", Day(record.BornOn));
        yield return ("Eerste zwangerschap", Word(ApplicationCodes.YesNoUnknown, head.FirstPregnancy));
        yield return ("Ontvangen op", Day(head.ReceivedOn));
        yield return ("Aangemeld door", Word(ApplicationCodes.Applicants, head.Applicant));
        yield return ("Aangemeld voor", "pijler " + string.Join(" en ", head.Pillars.Order()));
    }

    private static string? Day(DateOnly? day) => day is { } known ? Ui.Dutch.Date(known) : null;

    private static string Word(IReadOnlyList<AnswerOption> options, string code) => options.FirstOrDefault(o => o.Code == code)?.Label ?? code;
}
