using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.Identities;

/// <summary>How an identity was checked. Of a document its kind and last characters are kept, never its whole number.</summary>
/// <param name="DocumentLast">The last two to four characters of its number.</param>
public sealed record CheckedIdentity(string Status, string? Document, string? DocumentLast, DateOnly On);

/// <summary>A BSN, or why there is none; never both.</summary>
public sealed record SaidNumber(Bsn? Number, string? Reason);

/// <summary>Reads what a professional says about who somebody is.</summary>
public static class IdentityText
{
    /// <summary>The check, or null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static CheckedIdentity? ParseCheck(FieldReader read, bool hasNumber)
    {
        var status = read.Code("controle", IdentityCodes.Statuses, null);
        var on = read.RequiredDay("dag", future: false, "Vul in op welke dag dit gebeurde.");
        if (status == IdentityCodes.Verified && !hasNumber)
        {
            read.Wrong("controle", "Zonder BSN is er niets om bij SBV-Z te verifiëren. Leg eerst het BSN vast.");
        }

        if (status != IdentityCodes.Document)
        {
            return read.Problems.Count == 0 ? new(status, null, null, on) : null;
        }

        var (kind, last) = (read.Code("bewijs", IdentityCodes.Documents, null), Last(read));
        return read.Problems.Count == 0 ? new(status, kind, last, on) : null;
    }

    /// <summary>The number or the reason, or null exactly when <paramref name="read"/> has problems afterwards. What is wrong is never repeated.</summary>
    public static SaidNumber? ParseNumber(FieldReader read)
    {
        var (text, number) = (read.Text("bsn"), Bsn.TryParse(read.Text("bsn")));
        var reason = read.Text("geen_bsn") is null ? null : read.Code("geen_bsn", IdentityCodes.NoBsnReasons, null);
        if (text is not null && number is null)
        {
            read.Wrong("bsn", "Dit is geen geldig BSN. Kijk de negen cijfers na.", repeat: false);
        }
        else if (text is not null && reason is not null)
        {
            read.Wrong("geen_bsn", "Vul een BSN in of kies waarom het er niet is, niet allebei.");
        }
        else if (text is null && reason is null)
        {
            read.Wrong("bsn", "Vul het BSN in, of kies waarom het er niet is.");
        }

        return read.Problems.Count == 0 ? new(number, reason) : null;
    }

    private static string Last(FieldReader read)
    {
        var text = (read.Text("bewijs_eind") ?? "").ToUpperInvariant();
        if (text.Length is < 2 or > 4 || !text.All(char.IsAsciiLetterOrDigit))
        {
            read.Wrong("bewijs_eind", "Vul de laatste twee tot vier tekens van het nummer in, niet het hele nummer.", repeat: false);
        }

        return text;
    }
}
