using Flex.Web.Data;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>The sender's own number says whether a row was read before.</summary>
public sealed class The_senders_number(TestCluster cluster) : IAsyncLifetime
{
    private FileDoor door = null!;

    public async ValueTask InitializeAsync() => door = await FileDoor.Open(cluster);

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task With_the_same_content_is_skipped_also_within_one_file()
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1), Rows.Family(1), Rows.Family(2)));

        Assert.Equal(0, said.Code);
        Assert.Contains("2 opgeslagen, 1 overgeslagen", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_other_content_is_rejected_naming_both()
    {
        await door.Read("applications", Rows.File(Rows.Family(1)));

        var said = await door.Read("applications", Rows.File(Rows.Family(2), Rows.Family(1, ("aanmelder", "jgz"))));

        Assert.Equal(1, said.Code);
        Assert.Contains($"3,T-001,nummer,T-001,Nummer T-001 is op {ProgrammeClock.DayOf(DateTimeOffset.UtcNow):dd-MM-yyyy} al ingelezen met een andere inhoud (dossier {await door.One("select dossier_id from import_row where number = 'T-001'")})", said.Rejects, StringComparison.Ordinal);
        Assert.DoesNotContain("Test-", said.Rejects, StringComparison.Ordinal);
        Assert.Equal(2, await door.Count("dossier"));
    }

    // Half past eleven in Greenwich on the first of the month is the second in Amsterdam, summer and winter.
    [Theory]
    [InlineData("update journal.entry set at = date_trunc('month', at, 'UTC') + interval '23 hours 30 minutes'", "Nummer T-001 is op 02-")]
    [InlineData("update import_row set entry_id = gen_random_uuid()", "Nummer T-001 is al ingelezen")]
    public async Task Says_since_when_on_the_clock_in_Amsterdam_if_that_is_known(string change, string sentence)
    {
        await door.Read("applications", Rows.File(Rows.Family(1)));
        await door.One("set session_replication_role = replica; " + change);

        var said = await door.Read("applications", Rows.File(Rows.Family(1, ("aanmelder", "jgz"))));

        Assert.Contains(sentence, said.Rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_other_content_is_rejected_within_one_file_too()
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1), Rows.Family(1, ("aanmelder", "jgz"))));

        Assert.Contains("3,T-001,nummer", said.Rejects, StringComparison.Ordinal);
        Assert.Equal("verloskundige", await door.One("select applicant from application"));
    }

    [Fact]
    public async Task Is_each_senders_own()
    {
        var first = door.Write(System.Text.Encoding.UTF8.GetBytes(Rows.File(Rows.Family(1))));
        var second = door.Write(System.Text.Encoding.UTF8.GetBytes(Rows.File(Rows.Family(2, ("nummer", "T-001")))));

        await door.ReadFile("applications", first, "een");
        var said = await door.ReadFile("applications", second, "twee");

        Assert.Equal(0, said.Code);
        Assert.Equal(2, await door.Count("dossier"));
    }

    [Fact]
    public async Task Of_a_rejected_row_is_free_again()
    {
        await door.Read("applications", Rows.File(Rows.Family(1, ("aanmelder", "x"))));

        Assert.Equal(0, (await door.Read("applications", Rows.File(Rows.Family(1)))).Code);
    }
}
