using System.Net;
using System.Text;
using Flex.Web.Guard;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

public sealed class A_request_that_is_too_large(TestCluster cluster)
{
    [Fact]
    public async Task Within_the_limit_comes_back_with_everything_typed_and_the_field_named()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var note = new string('é', 150_000);

        var answer = await visitor.Post("/aanmelden", new FormFields().With("opmerking", note).All);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("te lang", visitor.Page.QuerySelector("#opmerking-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("opmerking", note), A_database_that_goes_away.Typed(visitor));
        Assert.Contains(("naam_moeder", FormFields.Mother), A_database_that_goes_away.Typed(visitor));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // in parts, its length unknown before
    public async Task Beyond_it_is_refused_in_Dutch_and_stores_nothing(bool announced)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var before = await StoredRows.Of(app.Database);
        var text = Encoding.ASCII.GetBytes("opmerking=" + new string('a', (int)BodyLimit.Most));
        using HttpContent body = announced ? new ByteArrayContent(text) : new StreamContent(new Unannounced(text));
        body.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await visitor.Ask(HttpMethod.Post, "/aanmelden", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Wat u verstuurde is te groot. Er is niets opgeslagen.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, await StoredRows.Of(app.Database));
    }

    [Fact]
    public async Task To_the_API_is_a_problem_in_Dutch()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        using var body = new ByteArrayContent(new byte[BodyLimit.Most + 1]);

        using var answer = await visitor.Ask(HttpMethod.Post, "/api/v1/applications", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("ten hoogste een miljoen bytes", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
