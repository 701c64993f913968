using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Corrections;

/// <summary>Turns a posted form into a <see cref="CorrectedMother"/>, or into everything that is wrong with it; the fields are judged as at an application.</summary>
public static class CorrectionText
{
    /// <summary>The field of her name.</summary>
    public const string NameField = "naam_moeder";

    /// <summary>The field of her day of birth.</summary>
    public const string BornField = "geboortedatum_moeder";

    /// <summary>The field of her telephone.</summary>
    public const string TelephoneField = "telefoon";

    /// <summary>The field of her postcode.</summary>
    public const string PostcodeField = "postcode";

    /// <summary>The field of the number of her house.</summary>
    public const string HouseField = "huisnummer";

    /// <summary>The field of her municipality.</summary>
    public const string MunicipalityField = "gemeente";

    /// <summary>The field of her language.</summary>
    public const string LanguageField = "taal";

    /// <summary>The field that says whether an interpreter is needed.</summary>
    public const string InterpreterField = "tolk";

    /// <summary>Where a correction can come from; a first list of ours, no source names one.</summary>
    public static IReadOnlyList<AnswerOption> Sources { get; } =
    [
        new("gezin", "Het gezin zegt het zelf"), new("document", "Gezien op een identiteitsbewijs of brief"), new("registratie", "Uit een andere registratie, zoals de BRP"),
        new("overgetypt", "Bij ons verkeerd opgeschreven"),
    ];

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static CorrectedMother? Parse(FieldReader read, CorrectionContext context)
    {
        var postcode = MotherText.Postcode(read);
        var now = new MotherFacts(
            read.Line(NameField, "Vul de naam van de moeder in."),
            read.Text(BornField) is null && context.Known.Born is null ? null : MotherText.BirthDate(read, context.Received),
            read.Telephone(TelephoneField),
            postcode,
            context.Moved ? context.Known.HouseNumber : MotherText.HouseNumber(read),
            MotherText.Municipality(read, context.National, PostcodeRange.MunicipalityOf(postcode, context.Programme, context.National)),
            MotherText.Language(read), MotherText.Interpreter(read));
        var changes = context.Known.ChangesTo(now);
        if (changes.Count == 0 && read.Problems.Count == 0)
        {
            read.Wrong(NameField, "Alles staat er al zo. Verander wat niet klopt, of ga terug naar het dossier.");
        }

        var source = read.Code("bron", Sources, null);
        var because = read.Line("toelichting", "Vul in waarom dit niet klopte.");
        return read.Problems.Count == 0 ? new(now, changes, source, because) : null;
    }
}
