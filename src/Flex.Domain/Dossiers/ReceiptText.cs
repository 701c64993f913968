namespace Flex.Domain.Dossiers;

/// <summary>Reads the day of application, which decides the version of the rules, the period and the place on a waiting list.</summary>
public static class ReceiptText
{
    /// <summary>The field; empty means today for who applies for an own family.</summary>
    public const string Field = "ontvangen_op";

    /// <summary>The field that says that an intaker records what came in by telephone or on paper.</summary>
    public const string RecordedForOther = "voor_een_ander";

    /// <summary>Days that an application may reach back without going through an intaker.</summary>
    public const int DaysBack = 14;

    /// <summary>The day; an applicant applies today and an intaker may look back. A file says its own day.</summary>
    public static DateOnly Day(FieldReader read)
    {
        var records = read.Text(RecordedForOther) is not null;
        if (read.IsForm && !records && read.Text(Field) is null)
        {
            return read.Today;
        }

        var day = read.RequiredDay(Field, future: false, "Vul in op welke dag de aanvraag is ontvangen.");
        if (read.IsForm && day != DateOnly.MinValue)
        {
            Ask(read, read.Today.DayNumber - day.DayNumber, records);
        }

        return day;
    }

    private static void Ask(FieldReader read, int back, bool records)
    {
        if (records)
        {
            read.Doubt(Field, back > DaysBack, "Deze dag is meer dan twee weken geleden. De dag van ontvangst bepaalt welke regels gelden. Klopt dat?");
        }
        else if (back > DaysBack)
        {
            read.Wrong(Field, "Deze dag is meer dan twee weken geleden. Maak dit leeg, dan geldt vandaag, of laat de intaker dit vastleggen.");
        }
        else
        {
            read.Doubt(Field, back > 0, "U meldt vandaag aan, maar hier staat een eerdere dag. Die dag bepaalt welke regels gelden. Klopt dat?");
        }
    }
}
