using System.Text;

namespace Flex.Domain.Accounts;

/// <summary>What a password must be: long, and none that everybody tries first. No rule about capitals, digits or signs (NIST SP 800-63B, 5.1.1.2).</summary>
public static class PasswordText
{
    /// <summary>Characters at least.</summary>
    public const int Shortest = 12;

    /// <summary>Characters at most, so that hashing one is no way to keep the server busy.</summary>
    public const int Longest = 200;

    /// <summary>What is said of a password that is tried first.</summary>
    public const string Guessable = "Dit wachtwoord is makkelijk te raden. Neem een ander, bijvoorbeeld een paar woorden die niets met elkaar te maken hebben.";

    // Digits and signs before and behind them make no other word of these.
    private static readonly HashSet<string> Tried = new(StringComparer.Ordinal)
    {
        "wachtwoord", "welkom", "password", "passw", "admin", "administrator", "beheerder", "geboortezorg", "geboortezorgflex", "kraamzorg", "kraamverzorgende", "verloskundige", "verloskunde", "intaker",
        "coordinator", "casemanager", "jeugdgezondheidszorg",
        "qwertyuiop", "qwertyuiopasdf", "asdfghjkl", "zxcvbnm", "letmein", "iloveyou", "ikhouvanjou", "amsterdam", "nederland", "lente", "zomer", "herfst", "winter", "geheim",
        "wachtwoordwachtwoord", "welkomwelkom", "abcdefghijkl", "abcdefghijklm", "correcthorsebatterystaple",
    };

    /// <summary>The same text however it was typed in: what looks alike is alike.</summary>
    public static string Plain(string password) => password.Normalize(NormalizationForm.FormKC);

    /// <summary>What is wrong with a new password, or null.</summary>
    /// <param name="own">What others know of this person and may therefore not be the password: name, e-mail address.</param>
    public static string? Wrong(string password, params IEnumerable<string> own)
    {
        var plain = Plain(password);
        return plain.EnumerateRunes().Count() < Shortest ? $"Neem een wachtwoord van minstens {Shortest} tekens. Een paar woorden achter elkaar onthoudt u makkelijk."
            : plain.Length > Longest ? $"Neem een wachtwoord van hooguit {Longest} tekens."
            : IsTriedFirst(plain.ToLowerInvariant(), own) ? Guessable
            : null;
    }

    private static bool IsTriedFirst(string plain, IEnumerable<string> own) =>
        plain.Distinct().Count() < 5 || IsRow(plain) || Tried.Contains(plain.Trim([.. "0123456789!@#$%&*?.,-_+= "]))
        || own.Any(o => o.Length >= 4 && plain.Contains(o, StringComparison.OrdinalIgnoreCase) && plain.Length - o.Length < 8);

    // 1234567890123 and abcdefghijklm, up or down: nearly every step from one character to the next is the same.
    private static bool IsRow(string plain) =>
        plain.Zip(plain.Skip(1), (a, b) => b - a).GroupBy(step => step).Max(g => g.Count()) >= plain.Length - 3;
}
