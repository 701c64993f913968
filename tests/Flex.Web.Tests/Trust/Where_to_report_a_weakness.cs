using System.Net;
using Flex.Web.Data;
using Flex.Web.Data.Mail;
using Flex.Web.Guard;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>security.txt, RFC 9116.</summary>
public sealed class Where_to_report_a_weakness(TestCluster cluster)
{
    private const string Path = "/.well-known/security.txt";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Is_absent_when_nobody_said_where()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(Path)).StatusCode);
        Assert.Null(SecurityContact.FromEnvironment(_ => null, Now));
    }

    [Fact]
    public async Task Is_told_as_the_installation_says()
    {
        await using var app = await App.Start(cluster, mail: MailSettings.None with { Site = new Uri("https://flex.example/") },
            with: o => o with { Security = new(new Uri("mailto:veilig@organisatie.example"), new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero), new Uri("https://organisatie.example/beleid")) });
        using var visitor = await app.Visit();

        var answer = await visitor.Get(Path);

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            "Contact: mailto:veilig@organisatie.example\nExpires: 2099-01-01T00:00:00Z\nPreferred-Languages: nl, en\nCanonical: https://flex.example/.well-known/security.txt\nPolicy: https://organisatie.example/beleid\n",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("mailto:veilig@organisatie.example", "2027-11-22", true)]
    [InlineData("https://organisatie.example/melden", "2026-11-23", true)]
    [InlineData("veilig@organisatie.example", "2027-11-22", false)]
    [InlineData("http://organisatie.example/melden", "2027-11-22", false)]
    [InlineData("mailto:veilig@organisatie.example\nPolicy: x", "2027-11-22", false)]
    [InlineData("mailto:veilig@organisatie.example", "", false)]
    [InlineData("mailto:veilig@organisatie.example", "2026-11-22", false)]
    [InlineData("mailto:veilig@organisatie.example", "2027-12-31", false)]
    public void Is_refused_at_the_start_when_it_is_no_address_or_no_day_within_a_year(string contact, string expires, bool taken)
    {
        string? Said(string name) => name switch { "FLEX_SECURITY_CONTACT" => contact, "FLEX_SECURITY_EXPIRES" => expires, _ => null };

        var failure = Record.Exception(() => SecurityContact.FromEnvironment(Said, Now));

        Assert.Equal(taken, failure is null);
        Assert.True(taken || failure is RefusedException);
    }

    [Fact]
    public void Is_not_shown_once_it_is_too_old()
    {
        var contact = new SecurityContact(new Uri("https://organisatie.example/melden"), Now, null);

        Assert.Null(contact.Text(Now, null));
        Assert.DoesNotContain("Canonical", contact.Text(Now.AddSeconds(-1), new Uri("http://127.0.0.1/")), StringComparison.Ordinal);
    }
}
