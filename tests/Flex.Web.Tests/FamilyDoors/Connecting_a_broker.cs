using Flex.Web.Data;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>The file with brokers for families: the example works as it stands, and of each mistake is told what to do.</summary>
public sealed class Connecting_a_broker : IDisposable
{
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "programmes"), new DateOnly(2023, 5, 15));
    private readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "flex-b" + Guid.NewGuid().ToString("N")[..8]));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void By_the_example_gives_a_broker_and_without_a_file_there_is_none()
    {
        Assert.Empty(Read());

        Write(Example());
        var broker = Assert.Single(Read());

        Assert.Equal(("zuid-limburg-2021", "bsn", "/gezin/inloggen/digid", "gezin-digid", "geheim"), (broker.Programme, broker.BsnClaim, broker.Provider.Path, broker.Provider.Scheme, broker.Provider.ClientSecret));
        Assert.Equal((true, true, false), (broker.Knows("moeder"), broker.Knows("andere-ouder"), broker.Knows("partner")));
        Assert.Equal((2, TimeSpan.FromMinutes(15)), (broker.Provider.Acr.Count, broker.Provider.MaxAge));
    }

    [Theory]
    [InlineData("\"zuid-limburg-2021\"", "\"elders\"", "de code van een programma")]
    [InlineData("https://makelaar.example", "http://makelaar.example", "een https-adres")]
    [InlineData("\"openid\"", "\"profile\"", "Zonder \"openid\"")]
    [InlineData("\"substantieel\", \"hoog\"", "", "niet welk niveau van zekerheid genoeg is")]
    [InlineData("\"bsnClaim\": \"bsn\",", "", "\"bsnClaim\" ontbreekt")]
    [InlineData("FLEX_OIDC_GEZIN", "FLEX_OIDC_ANDERS", "FLEX_OIDC_ANDERS is leeg of bestaat niet")]
    public void With_a_mistake_starts_nothing_and_says_what_to_do(string old, string @new, string said)
    {
        Assert.Contains(old, Example(), StringComparison.Ordinal);
        Write(Example().Replace(old, @new, StringComparison.Ordinal));

        Assert.Contains(said, Assert.Throws<RefusedException>(Read).Message, StringComparison.Ordinal);
    }

    private static string Example() => File.ReadAllText(Path.Combine(OpenIdProvider.Repository(), "docs", "family-sign-in.example.json"));

    private void Write(string text) => File.WriteAllText(Path.Combine(folder.FullName, FamilyBrokerFile.Name), text);

    private IReadOnlyList<FamilyBroker> Read() => FamilyBrokerFile.Read(folder.FullName, Library, name => name == "FLEX_OIDC_GEZIN" ? "geheim" : null);
}
