using Flex.Web.Data;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Programmes;
using Flex.Web.Tests.Commands;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Accounts;

/// <summary>The file with identity providers: the example works as it stands, and of each mistake is told where it is and what to do.</summary>
public sealed class Connecting_an_organisation : IDisposable
{
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), new DateOnly(2023, 5, 15));
    private readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "flex-a" + Guid.NewGuid().ToString("N")[..8]));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void By_the_example_gives_a_provider_and_without_a_file_there_is_none()
    {
        Assert.Empty(Read());

        Write(Example());
        var provider = Assert.Single(Read());

        Assert.Equal(("kraamzorg", "Geboortezorg Limburg", "geheim-uit-de-omgeving", "/inloggen/organisatie/kraamzorg"), (provider.Code, provider.Label, provider.ClientSecret, provider.Path));
        Assert.Equal(("geboortezorg-limburg", "intaker", TimeSpan.FromHours(12)), (provider.Organisation.Values["geboortezorg"], provider.Role.Values["flex-intake"], provider.MaxAge));
        Assert.DoesNotContain("geheim", provider.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_secret_from_a_file_beside_it()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "geheim"), "uit-een-bestand\n");
        Write(Example().Replace("\"environment\": \"FLEX_OIDC_KRAAMZORG\"", "\"file\": \"geheim\"", StringComparison.Ordinal));

        Assert.Equal("uit-een-bestand", Assert.Single(Read()).ClientSecret);
    }

    [Theory]
    [InlineData("https://login.organisatie.example/realms/zorg", "http://login.organisatie.example", 6, "een https-adres")]
    [InlineData("https://login.organisatie.example/realms/zorg", "https://login.organisatie.example?x=1", 6, "een https-adres")]
    [InlineData("\"kraamzorg\"", "\"Kraam Zorg\"", 4, "kleine letters")]
    [InlineData("FLEX_OIDC_KRAAMZORG", "FLEX_OIDC_ANDERS", 8, "FLEX_OIDC_ANDERS is leeg of bestaat niet")]
    [InlineData("\"environment\": \"FLEX_OIDC_KRAAMZORG\"", "\"file\": \"weg\"", 8, "weg is leeg of bestaat niet")]
    [InlineData("\"environment\": \"FLEX_OIDC_KRAAMZORG\"", "", 8, "niet waar het geheim is")]
    [InlineData("\"geboortezorg-limburg\"", "\"bestaat-niet\"", 12, "geen partner in een programma")]
    [InlineData("\"intaker\"", "\"jgz\"", 16, "geen rol die iemand van deze organisaties heeft")]
    [InlineData("\"intaker\"", "\"gezin\"", 16, "geen rol die iemand van deze organisaties heeft")]
    [InlineData("[\"mfa\"]", "[]", 18, "vraagt een tweede factor")]
    [InlineData("\"openid\", ", "", 9, "Zonder \"openid\"")]
    [InlineData("\"clientId\"", "\"client\"", 7, "\"client\" is hier geen bekend veld")]
    [InlineData("720", "\"lang\"", 19, "maxAgeMinutes")]
    public void With_a_mistake_is_refused_with_its_place(string good, string bad, int line, string problem)
    {
        Write(Example());
        Assert.Single(Read());
        Write(Example().Replace(good, bad, StringComparison.Ordinal));

        var refused = Assert.Throws<RefusedException>(() => Read());

        Assert.Contains($"sign-in.json, regel {line}, kolom ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_mistake_starts_nothing()
    {
        Write("{ \"providers\": [ }");

        var (code, said) = await FlexProcess.Run("serve", "--data", folder.FullName, "--port", FlexProcess.FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.NotEqual(0, code);
        Assert.Contains("sign-in.json, regel 1, kolom 18: Dit is geen geldige JSON.", said, StringComparison.Ordinal);
    }

    private static string Example() => File.ReadAllText(Path.Combine(OpenIdProvider.Repository(), "docs", "sign-in.example.json"));

    private void Write(string text) => File.WriteAllText(Path.Combine(folder.FullName, ProviderFile.Name), text);

    private IReadOnlyList<IdentityProvider> Read() => ProviderFile.Read(folder.FullName, Library, name => name == "FLEX_OIDC_KRAAMZORG" ? "geheim-uit-de-omgeving" : null);
}
