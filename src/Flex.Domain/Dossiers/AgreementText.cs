namespace Flex.Domain.Dossiers;

/// <summary>Reads who applies, who agreed and who decides with the mother.</summary>
internal static class AgreementText
{
    private const int Adult = 18;
    private static readonly string[] Fields = ["gezag", "beslist_mee", "beslist_mee_naam"];

    /// <summary>The professional who applies, or null when nothing was said. Who calls or has no account is asked for a name.</summary>
    public static ApplicantPerson? Applicant(FieldReader read)
    {
        var none = read.IsForm && read.Ticked("geen_bericht") != false;
        var person = new ApplicantPerson(read.Short("aanmelder_naam", 200), none ? null : Mail(read), read.Telephone("aanmelder_telefoon")) { NoNotice = none };
        if (person.Name is null && read.Text("kanaal") is ApplicationCodes.ByTelephone or ApplicationCodes.WithoutAccount)
        {
            read.Wrong("aanmelder_naam", read.Text("kanaal") == ApplicationCodes.ByTelephone ? "Vul in wie er belt." : "Vul uw naam in.");
        }

        return person is { Name: null, Mail: null, Telephone: null, NoNotice: false } ? null : person;
    }

    // An address, or the word that no notice is wanted: who fills in a form says one of the two.
    private static string? Mail(FieldReader read)
    {
        if (read.IsForm && read.Text("aanmelder_mail") is null)
        {
            read.Wrong("aanmelder_mail", "Vul een e-mailadres in, of kruis aan dat er geen bericht hoeft.");
        }

        return read.Mail("aanmelder_mail");
    }

    /// <summary>Who has authority and co-decides; a form must say it of a mother under 18 or with a mentor or curator, of another nothing is asked.</summary>
    public static Authority? Authority(FieldReader read, DateOnly? birth, DateOnly received)
    {
        var represented = read.Ticked("mentor_of_curator") == true;
        var minor = birth is { } day && received != DateOnly.MinValue && MotherText.AgeOn(day, received) < Adult;
        if (!(represented || minor) || (!read.IsForm && Fields.All(f => read.Text(f) is null)))
        {
            if (read.IsForm && birth is not null)
            {
                Groundless(read);
            }

            return null;
        }

        var who = Asked(read, "gezag", AgreementCodes.Authorities, minor ? "De moeder is jonger dan 18. Kies wie het gezag over haar heeft." : "Kies wie haar vertegenwoordigt.");
        var codecides = Asked(read, "beslist_mee", AgreementCodes.CoDeciders, "Kies wie meebeslist over deze aanmelding.");
        return new(who, codecides, read.Short("beslist_mee_naam", 200));
    }

    // Somebody filled it in: it is asked back rather than dropped.
    private static void Groundless(FieldReader read)
    {
        foreach (var field in Fields.Where(f => read.Text(f) is not null))
        {
            read.Wrong(field, "Dit geldt alleen als de moeder jonger is dan 18, of een mentor of curator heeft. Kruis dat laatste aan, of maak dit leeg.");
        }
    }

    /// <summary>Who agreed to apply; a form must say it.</summary>
    public static string? Agreed(FieldReader read) => read.Text("akkoord") is null && !read.IsForm
        ? null
        : Asked(read, "akkoord", AgreementCodes.Agreed, "Zonder akkoord kunt u niet aanmelden. Kies wie akkoord is.");

    private static string Asked(FieldReader read, string field, IReadOnlyList<Programmes.AnswerOption> options, string whenEmpty)
    {
        if (read.Text(field) is not null)
        {
            return read.Code(field, options, whenEmpty: null);
        }

        read.Wrong(field, whenEmpty);
        return "";
    }
}
