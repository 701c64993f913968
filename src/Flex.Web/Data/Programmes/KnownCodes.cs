namespace Flex.Web.Data.Programmes;

/// <summary>Checks codes where they stand against the codes that exist.</summary>
internal static class KnownCodes
{
    private const int Listed = 20;

    public static string Code(this LocatedObject at, string name, IReadOnlyCollection<string> known, string what)
    {
        var code = at.Text(name);
        if (code.Length > 0)
        {
            Check(at, at.Peek(name)!, known, what);
        }

        return code;
    }

    public static IReadOnlyList<string> Codes(this LocatedObject at, string name, IReadOnlyCollection<string> known, string what)
    {
        var codes = at.Texts(name);
        foreach (var code in codes)
        {
            Check(at, code, known, what);
        }

        if (codes.Count == 0 && at.Peek(name) is { Kind: LocatedKind.List, Items.Count: 0 } empty)
        {
            at.Wrong(empty, $"Deze lijst met codes ({what}) is leeg.", "Noem er ten minste één.");
        }

        return [.. codes.Select(c => c.Text)];
    }

    public static void Check(this LocatedObject at, Located code, IReadOnlyCollection<string> known, string what)
    {
        if (!known.Contains(code.Text))
        {
            at.Wrong(code, $"\"{code.Text}\" is geen bekende code voor {what}.", Choices(known));
        }
    }

    /// <summary>Reports every second use of a code; <paramref name="code"/> names the field that must be unique in the list.</summary>
    public static IReadOnlyList<T> Distinct<T>(this LocatedObject at, string list, Func<LocatedObject, T> read, string code)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return at.Each(list, item =>
        {
            if (item.Peek(code) is { } found && !seen.Add(found.Text))
            {
                item.Wrong(found, $"\"{found.Text}\" staat al eerder in deze lijst.", "Haal een van de twee weg of geef het een eigen code.");
            }

            return read(item);
        });
    }

    private static string Choices(IReadOnlyCollection<string> known) => known.Count switch
    {
        0 => "Er is er nog geen; voeg die eerst toe.",
        <= Listed => $"Kies uit: {string.Join(", ", known)}.",
        _ => $"Kies uit: {string.Join(", ", known.Take(Listed))} en {known.Count - Listed} andere.",
    };
}
