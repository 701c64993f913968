namespace Flex.Domain.Programmes;

/// <summary>The four digits of postcodes that lie in one municipality, from and to included.</summary>
/// <param name="Municipality">CBS code (GM1234).</param>
public sealed record PostcodeRange(int First, int Last, string Municipality, string Source)
{
    /// <summary>The municipality of a postcode written as 1234AB, or null when no range holds it; a programme's own ranges go first.</summary>
    public static string? MunicipalityOf(string? postcode, Programme programme, National national) => postcode is null
        ? null
        : programme.Postcodes.Concat(national.Postcodes).FirstOrDefault(r => int.Parse(postcode.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) is var digits && digits >= r.First && digits <= r.Last)?.Municipality;
}
