using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Reads one provider of sign-in.json, and checks it against what the programmes know.</summary>
internal sealed class ProviderFields(LocatedObject at, string folder, ProgrammeLibrary library, Func<string, string?> variable)
{
    public IdentityProvider Read()
    {
        var organisations = Map("organisation", code => OrganisationRoles.Of(library, code).Count > 0, "geen partner in een programma", "Schrijf de code van een partner.");
        var roles = Map("role", code => organisations.Values.Values.Any(o => OrganisationRoles.Of(library, o).Any(r => r.Code == code)), "geen rol die iemand van deze organisaties heeft", "Kies een rol die bij het werk van de organisatie hoort.");
        var factor = at.MayObject("secondFactor");
        var provider = new IdentityProvider
        {
            Code = Fitting("code", IsPlain, "kleine letters, cijfers en streepjes"), Label = at.Text("label"),
            Issuer = Fitting("issuer", IsSafe, "een https-adres zonder vraagteken of hekje"),
            ClientId = at.Text("clientId"), ClientSecret = Secret(), Organisation = organisations, Role = roles,
            Acr = List(factor, "acr"), Amr = List(factor, "amr"), MaxAge = at.Peek("maxAgeMinutes") is null ? null : TimeSpan.FromMinutes(at.Whole("maxAgeMinutes")),
            Scopes = at.Peek("scopes") is null ? ["openid", "profile"] : List(at, "scopes"),
        };
        Require(provider.Scopes.Contains("openid"), at.Peek("scopes"), "Zonder \"openid\" zegt de aanbieder niet wie er inlogt.", "Zet \"openid\" in scopes.");
        var strong = roles.Values.Values.FirstOrDefault(Policies.NeedsSecondFactor);
        Require(strong is null || provider.Acr.Count + provider.Amr.Count > 0, at.Peek("secondFactor"), $"De rol {strong} vraagt een tweede factor, en hier staat niet hoe de aanbieder die noemt.", "Noem in secondFactor de waarden van acr of amr die een tweede factor betekenen.");
        return provider;
    }

    /// <summary>A broker for families: who it is, for which programme, which claim is the BSN, which holds those of the children, and which levels are high enough.</summary>
    public FamilyBroker ReadBroker()
    {
        var nobody = new ClaimMap("", new Dictionary<string, string>(StringComparer.Ordinal));
        var provider = new IdentityProvider
        {
            Code = Fitting("code", IsPlain, "kleine letters, cijfers en streepjes"), Label = at.Text("label"), Issuer = Fitting("issuer", IsSafe, "een https-adres zonder vraagteken of hekje"),
            ClientId = at.Text("clientId"), ClientSecret = Secret(), Organisation = nobody, Role = nobody, Door = FamilyBroker.Door,
            Acr = List(at, "acr"), MaxAge = TimeSpan.FromMinutes(at.Whole("maxAgeMinutes")), Scopes = at.Peek("scopes") is null ? ["openid"] : List(at, "scopes"),
        };
        Require(provider.Scopes.Contains("openid"), at.Peek("scopes"), "Zonder \"openid\" zegt de aanbieder niet wie er inlogt.", "Zet \"openid\" in scopes.");
        Require(provider.Acr.Count > 0, at.Peek("acr"), "Hier staat niet welk niveau van zekerheid genoeg is.", "Noem in acr de waarden van de makelaar die genoeg zekerheid geven.");
        return new(Fitting("programme", library.Programmes.ContainsKey, "de code van een programma"), provider, at.Text("bsnClaim"), at.MayText("childrenClaim"));
    }

    /// <summary>Whether an address is safe to send secrets to: encrypted, or on this machine.</summary>
    public static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && !address.Contains('?', StringComparison.Ordinal) && !address.Contains('#', StringComparison.Ordinal);

    private ClaimMap Map(string name, Func<string, bool> known, string problem, string whatToDo)
    {
        if (at.Object(name) is not { } map)
        {
            return new("", new Dictionary<string, string>(StringComparer.Ordinal));
        }

        var values = map.Object("values")?.Members ?? [];
        foreach (var wrong in values.Where(v => v.Value.Kind != LocatedKind.Text || !known(v.Value.Text)))
        {
            at.Wrong(wrong.Value, $"\"{wrong.Value.Text}\" is {problem}.", whatToDo);
        }

        return new(map.Text("claim"), values.DistinctBy(v => v.Name).ToDictionary(v => v.Name, v => v.Value.Text, StringComparer.Ordinal));
    }

    // In the environment or in a file beside; never in the file that is copied around.
    private string Secret()
    {
        var secret = at.Object("secret");
        var (name, file) = (secret?.MayText("environment"), secret?.MayText("file"));
        var found = name is not null ? variable(name) : file is not null && File.Exists(Path.Combine(folder, file)) ? File.ReadAllText(Path.Combine(folder, file)).Trim() : null;
        Require(secret is null || !string.IsNullOrEmpty(found), secret?.Value, name is null && file is null ? "Hier staat niet waar het geheim is." : $"Het geheim is er niet: {name ?? file} is leeg of bestaat niet.", "Noem in \"environment\" een omgevingsvariabele, of in \"file\" een bestand dat alleen dit programma kan lezen.");
        return found ?? "";
    }

    private string Fitting(string name, Func<string, bool> fits, string words)
    {
        var text = at.Text(name);
        Require(text.Length == 0 || fits(text), at.Peek(name), $"\"{text}\" kan hier niet.", $"Schrijf {words}.");
        return text;
    }

    private void Require(bool good, Located? where, string problem, string whatToDo)
    {
        if (!good)
        {
            at.Wrong(where ?? at.Value, problem, whatToDo);
        }
    }

    private static string[] List(LocatedObject? of, string name) => of?.Peek(name) is null ? [] : [.. of.Texts(name).Select(t => t.Text)];

    private static bool IsPlain(string text) => text.Length <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
