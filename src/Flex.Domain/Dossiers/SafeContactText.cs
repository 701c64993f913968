namespace Flex.Domain.Dossiers;

/// <summary>Reads how a family can safely be reached: fields contact (codes with | between), contact_moment and contact_leest_mee.</summary>
public static class SafeContactText
{
    /// <summary>Most characters in the moment.</summary>
    public const int LongestMoment = 200;

    private const string Contact = "contact";

    /// <summary>The answer; null when it was left empty or is wrong. <paramref name="required"/> says that it must be answered.</summary>
    public static SafeContact? Parse(FieldReader read, bool required)
    {
        var said = (read.Text(Contact) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        var moment = read.Note("contact_moment", LongestMoment);
        if (said.Count == 0)
        {
            if (required || moment is not null || read.Text("contact_leest_mee") is not null)
            {
                read.Wrong(Contact, "Vraag de moeder hoe zij veilig te bereiken is. Zonder antwoord sturen we niets.");
            }

            return null;
        }

        if (said.Find(s => SafeContactCodes.Answers.All(a => a.Code != s)) is not null)
        {
            read.Wrong(Contact, "Dit antwoord kennen we niet. Kies uit de lijst.");
        }
        else if (said.Contains(SafeContactCodes.Nothing) && said.Exists(SafeContactCodes.IsWritten))
        {
            read.Wrong(Contact, "U koos \"geen contact\" en ook sms, e-mail of brief. Kies een van beide.");
        }

        // Who gets nothing and is not called has nobody who reads along.
        var means = SafeContactCodes.Means.Select(m => m.Code).Where(said.Contains).ToList();
        return new(means, moment, read.Code("contact_leest_mee", SafeContactCodes.ReadsAlong, means.Count == 0 ? "onbekend" : null));
    }
}
